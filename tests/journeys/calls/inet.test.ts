import { expect, test } from 'vitest'
import { acceptOffer } from './answer-offer.ts'
import { apply } from './apply.ts'
import { withCallSite } from './call-site.ts'
import { decideAll } from './decide-all.ts'
import { endsWell, registered } from './ends-well.ts'
import { writeLetters } from './letters.ts'
import { handStipend, noteVisa } from './pay-award.ts'
import { promoteNext } from './promote-next.ts'
import { reviewAll } from './review-all.ts'
import { startCall } from './start-call.ts'
import { addMinutes } from '#app/values/moment.ts'

const site = withCallSite()

const ANSWERS = { 'answers.support': 'full', 'answers.earlier-award': 'no', 'answers.funded-speaker': 'no' }

test('the fellowship of INET, from its opening to registrations and a stipend at the desk', async () => {
  const { event, call, base, desk, apply: address } = await startCall(site, 'inet', { seats: 2 })
  const common = { language: 'en' as const, answers: ANSWERS }
  const nour = await apply(site, address, {
    ...common,
    fullName: 'نور تجريبي',
    email: 'nour@example.org',
    residence: 'EG',
  })
  const aicha = await apply(site, address, {
    ...common,
    fullName: 'Aïcha Exemple',
    email: 'aicha@example.org',
    language: 'fr',
    residence: 'SN',
  })
  const ng = await apply(site, address, { ...common, fullName: 'Ng', email: 'ng@example.org', residence: 'BD' })
  for (const one of [nour, aicha, ng]) await writeLetters(site, one)
  site.setNow(addMinutes(call.closesAt!, 180))
  await reviewAll(site, {
    base,
    reviewers: ['first@example.org', 'second@example.org'],
    deserved: { 'F-001': 1, 'F-002': 0.8, 'F-003': 0.6 },
    secrets: ['تجريبي', 'Aïcha', 'nour@', 'aicha@', 'ng@'],
  })
  site.setNow(call.decideAt!)
  await decideAll(site, {
    base,
    ranked: ['F-001', 'F-002', 'F-003'],
    decided: { [nour.fullName]: 'Accept', [aicha.fullName]: 'Accept', [ng.fullName]: 'Reserve list' },
  })

  const { page, offer } = await acceptOffer(site, nour, { without: ['visa'] })
  expect(offer).toContain('You still pay')
  await noteVisa(page, nour.address, 'applied')

  // The other one keeps silent until their time is over, and the next is asked.
  site.setNow(addMinutes(call.waves[0]!.answerUntilAt, 1))
  await site.work('admission', 'mail')
  await aicha.page.goto(aicha.address)
  expect(await aicha.page.locator('h1').innerText()).toBe('L’offre est terminée')
  await promoteNext(site, base, 'Ng')
  await acceptOffer(site, ng)
  const fellow = { state: 'confirmed', ticket: 'FELLOW', track: null }
  expect(await registered(site, event.id)).toEqual([
    { ...fellow, fullName: nour.fullName, country: 'EG' },
    { ...fellow, fullName: 'Ng', country: 'BD' },
  ])

  site.setNow('2027-06-14T08:00:00.000Z')
  await handStipend(site, { desk, name: nour.fullName, reference: 'Sheet 1' })
  await endsWell(site, { desk, name: 'Ng', address: ng.address })
}, 180_000)
