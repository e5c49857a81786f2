import { expect, test } from 'vitest'
import { acceptOffer, declineOffer } from './answer-offer.ts'
import { apply, covering, PAPER } from './apply.ts'
import { withCallSite } from './call-site.ts'
import { decideAll } from './decide-all.ts'
import { endsWell, registered } from './ends-well.ts'
import { writeLetters } from './letters.ts'
import { noteVisa } from './pay-award.ts'
import { reviewAll } from './review-all.ts'
import { startCall } from './start-call.ts'
import { addMinutes } from '#app/values/moment.ts'

const site = withCallSite()

const ANSWERS = {
  'answers.enrolment': { name: 'enrolment.pdf', content: PAPER },
  'answers.cv': { name: 'cv.pdf', content: PAPER },
  'answers.costs.travel.cost': '900',
}

test('the grant for students at NDSS, from its opening to registrations, the next one by rule', async () => {
  const promotion = 'by-rule' as const
  const { event, call, base, desk, apply: address } = await startCall(site, 'ndss', { seats: 1, promotion })
  const aicha = await apply(site, address, {
    fullName: 'Aïcha Exemple',
    email: 'aicha@example.org',
    language: 'fr',
    residence: 'SN',
    answers: ANSWERS,
  })
  const wulandari = await apply(site, address, {
    fullName: 'Wulandari',
    email: 'wulandari@example.org',
    language: 'en',
    residence: 'ID',
    answers: { ...ANSWERS, ...covering('travel', 'visa') },
  })
  for (const one of [aicha, wulandari]) await writeLetters(site, one)
  site.setNow(addMinutes(call.closesAt!, 120))
  await reviewAll(site, {
    base,
    reviewers: ['first@example.org', 'second@example.org'],
    deserved: { 'S-001': 1, 'S-002': 0.6 },
    secrets: ['Aïcha', 'Wulandari', 'aicha@', 'wulandari@'],
  })
  site.setNow(call.decideAt!)
  await decideAll(site, {
    base,
    ranked: ['S-001', 'S-002'],
    decided: { 'Aïcha Exemple': 'Accept', Wulandari: 'Reserve list' },
  })
  await declineOffer(site, aicha, 'Un stage')
  // What came free is offered when the second wave begins, and not before.
  site.setNow(call.waves[1]!.startsAt)
  await site.work('admission', 'mail')
  const { page, offer } = await acceptOffer(site, wulandari)
  expect(offer).toContain('You still pay')
  expect(await registered(site, event.id)).toEqual([
    { fullName: 'Wulandari', country: 'ID', state: 'confirmed', ticket: 'GRANT', track: null },
  ])
  await noteVisa(page, wulandari.address, 'applied')
  await endsWell(site, { desk, name: 'Wulandari', address: wulandari.address })
}, 180_000)
