import { expect, test } from 'vitest'
import { acceptOffer, declineOffer } from './answer-offer.ts'
import { apply, covering } from './apply.ts'
import { withCallSite } from './call-site.ts'
import { decideAll } from './decide-all.ts'
import { endsWell, registered } from './ends-well.ts'
import { promoteNext } from './promote-next.ts'
import { writeLetters } from './letters.ts'
import { reviewAll } from './review-all.ts'
import { startCall } from './start-call.ts'
import { addMinutes } from '#app/values/moment.ts'

const site = withCallSite()

test('admission to the Network Training Workshop, from its opening to registrations', async () => {
  const prices = { 'NTW-CO-T2': 20_000 }
  const { event, call, plan, base, desk, apply: address } = await startCall(site, 'ntw', { seats: 1, prices })
  const track = plan.choices.find(({ code }) => code === 'T2')!.texts
  const wulandari = await apply(site, address, {
    fullName: 'Wulandari',
    email: 'wulandari@example.org',
    language: 'en',
    residence: 'KE',
    wishes: [track.en!.name],
    answers: { 'answers.support': 'partial', ...covering('travel', 'visa') },
  })
  const aicha = await apply(site, address, {
    fullName: 'Aïcha Exemple',
    email: 'aicha@example.org',
    language: 'fr',
    residence: 'SN',
    wishes: [track.fr!.name],
    answers: { 'answers.support': 'full', 'answers.other-track': 'no' },
  })
  for (const one of [wulandari, aicha]) await writeLetters(site, one, { employer: true })
  site.setNow(addMinutes(call.closesAt!, 60))
  await reviewAll(site, {
    base,
    reviewers: ['first@example.org', 'second@example.org'],
    deserved: { 'N-001': 0.6, 'N-002': 0.8 },
    secrets: ['Wulandari', 'Aïcha', 'wulandari@', 'aicha@'],
  })
  site.setNow(call.decideAt!)
  await decideAll(site, {
    base,
    ranked: ['N-002', 'N-001'],
    decided: { Wulandari: 'Reserve list', 'Aïcha Exemple': 'Accept' },
  })
  await declineOffer(site, aicha, 'Un nouveau poste')
  await promoteNext(site, base, 'Wulandari')
  const { page, offer } = await acceptOffer(site, wulandari)
  expect(offer).toMatch(/You still pay\s+.*US\$200/)
  await page.locator('main a[href*="/orders/"]').click()
  await page.getByRole('button', { name: /pay/i }).first().click()
  await page.locator('button[name=choice][value=succeed]').click()
  await page.waitForURL(/\/orders\//)
  expect(await page.locator('main').innerText()).toContain('Wulandari')
  expect(await registered(site, event.id)).toEqual([
    { fullName: 'Wulandari', state: 'confirmed', ticket: 'NTW-CO-T2', track: 'T2', country: 'KE' },
  ])
  await endsWell(site, { desk, name: 'Wulandari', address: wulandari.address })
}, 180_000)
