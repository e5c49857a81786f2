import { afterEach, beforeEach, expect, test } from 'vitest'
import { acceptOffer } from '#app/applications/offers/accept-offer.server.ts'
import { aCall, type ACall, broken, offered, offersOf, taking } from '#tests/applications/offers/a-call.ts'
import { awardOf, givenFund } from '#tests/scholarships/given-award.ts'
import { valueOf } from '#tests/scholarships/given-payout.ts'
import { testApp } from '#tests/support/app.ts'
import { givenAccount } from '#tests/support/given.ts'
import { signInAs } from '#tests/support/signed-in.ts'

let app: Awaited<ReturnType<typeof testApp>>
let call: ACall

beforeEach(async () => {
  app = await testApp()
  call = await aCall(app, 2)
  await offered(app.db, call, call.ids.slice(0, 1))
  const [offer] = await offersOf(app.db, call)
  valueOf(await acceptOffer(app.db, taking(offer!.id)))
  const role = { role: 'organizer', scope: 'event', scopeId: call.event.id } as const
  await signInAs(app, (await givenAccount(app.db, 'grace@example.org', [role])).accountId)
})

afterEach(async () => {
  expect(await broken(app.db)).toEqual([])
  await app.close()
})

const desk = () => `/organize/${call.event.slug}`

test('an organizer gives a scholarship by hand, from the application to its holder’s page', async () => {
  const { currency } = await app.db.selectFrom('awardPackages').select('currency').executeTakeFirstOrThrow()
  const fundId = await givenFund(app.db, call.event.id, { currency, budgetMinor: 50_000 })
  const application = `${desk()}/calls/${call.call.slug}/applications/${call.ids[0]!}`
  expect(await (await app.get(application)).text()).toContain(`${application}/award`)
  expect((await app.get(`${application}/award`)).status).toBe(200)
  const begun = await app.post(`${application}/award`, {})
  expect(begun.status).toBe(303)
  const award = new URL(begun.headers.get('Location')!, 'http://plenary.example').pathname.replace(/\/edit$/, '')
  const twice = await app.post(`${application}/award`, {})
  expect(twice.status).toBe(409)
  expect(await twice.text()).toContain('has an award already')
  for (const page of ['/edit', '/give', '/drop']) expect((await app.get(award + page)).status).toBe(200)
  const written = { [`share-travel-${fundId}`]: '300', 'payout-travel': 'organizer', 'isCap-travel': 'on' }
  expect((await app.post(`${award}/edit`, written)).status).toBe(303)
  expect(await (await app.get(award)).text()).toContain('Give the award')
  expect((await app.post(`${award}/give`, {})).status).toBe(303)
  const id = award.split('/').at(-1)!
  expect(await awardOf(app.db, id)).toMatchObject({ state: 'accepted', components: [{ kind: 'travel' }] })
  expect((await app.post(`${award}/drop`, {})).status).toBe(409)
})

test('who has not accepted a place is given none, and the page says why', async () => {
  const application = `${desk()}/calls/${call.call.slug}/applications/${call.ids[1]!}`
  const refused = await app.post(`${application}/award`, {})
  expect(refused.status).toBe(409)
  expect(await refused.text()).toContain('has not accepted a place')
})
