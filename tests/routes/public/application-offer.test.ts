import { afterEach, beforeEach, expect, test } from 'vitest'
import { aCall, type ACall, broken, decided, offersOf, released } from '#tests/applications/offers/a-call.ts'
import { applicationKey } from '#app/applications/application-key.ts'
import { NOW, testApp } from '#tests/support/app.ts'

let app: Awaited<ReturnType<typeof testApp>>
let call: ACall

beforeEach(async () => {
  app = await testApp()
  call = await aCall(app, 2)
  await app.db.deleteFrom('fundConditions').execute()
  const packageId = call.packages.find(({ code }) => code === 'full')!.id
  await decided(app.db, call, [{ applicationId: call.ids[0]!, kind: 'accept', choiceId: call.choice.id, packageId }])
  await released(app.db, call)
})

afterEach(async () => {
  expect(await broken(app.db)).toEqual([])
  await app.close()
})

async function addressOf(at = 0) {
  const { id, code, keyVersion } = await app.db
    .selectFrom('applications')
    .select(['id', 'code', 'keyVersion'])
    .where('id', '=', call.ids[at]!)
    .executeTakeFirstOrThrow()
  const key = applicationKey(app.services.config.secret, { id, keyVersion })
  return {
    code,
    offer: `/applications/${code}/offer?key=${key}`,
    decline: `/applications/${code}/offer/decline?key=${key}`,
  }
}

const leave = () => app.db.updateTable('decisionReleases').set({ sendAt: NOW, state: 'sent' }).execute()

test('before the mails leave there is no offer; a stranger finds none ever', async () => {
  const { offer, code } = await addressOf()
  expect(await (await app.get(offer)).text()).toContain('There is no offer to answer')
  expect((await app.post(offer, { conduct: 'on' })).status).toBe(404)
  await leave()
  expect((await app.get(`/applications/${code}/offer?key=wrong`)).status).toBe(404)
  expect((await app.post(`/applications/${code}/offer?key=wrong`, { conduct: 'on' })).status).toBe(404)
  expect((await app.get(`/applications/${code}/offer/decline?key=wrong`)).status).toBe(404)
  expect((await offersOf(app.db, call))[0]).toMatchObject({ state: 'open' })
})

test('says what is given and what is left to pay, in under 14 KB without a script', async () => {
  await leave()
  const { offer } = await addressOf()
  const answer = await app.get(offer)
  const html = await answer.text()
  expect(html).toContain('What we pay for')
  expect(html).toContain('You still pay')
  expect(html.match(/name="components"/g)!.length).toBeGreaterThan(2)
  expect(html).not.toContain('<script')
  expect(answer.headers.get('Referrer-Policy')).toBe('no-referrer')
})

test('accepted with some parts: without the code of conduct it comes back; twice is once', async () => {
  await leave()
  const { offer } = await addressOf()
  const without = await app.post(offer, { components: 'travel' })
  expect(without.status).toBe(422)
  expect(await without.text()).toContain('Agree to the code of conduct')
  const form = { components: 'travel', conduct: 'on' }
  const [one, other] = await Promise.all([app.post(offer, form), app.post(offer, form)])
  expect([one.status, other.status]).toEqual([303, 303])
  const page = await (await app.get(offer)).text()
  expect(page).toContain('You have accepted')
  expect(page).toContain('/orders/')
  const components = await app.db.selectFrom('awardComponents').select(['kind', 'state']).execute()
  expect(components.filter(({ state }) => state === 'accepted')).toEqual([{ kind: 'travel', state: 'accepted' }])
  expect(await app.db.selectFrom('orders').select('id').execute()).toHaveLength(1)
})

test('declined with a word; then there is nothing to accept', async () => {
  await leave()
  const { offer, decline } = await addressOf()
  expect(await (await app.get(decline)).text()).toContain('cannot be undone')
  expect((await app.post(decline, { reason: 'A new post' })).status).toBe(303)
  expect((await offersOf(app.db, call))[0]).toMatchObject({ state: 'declined', reason: 'A new post' })
  expect((await app.get(decline)).status).toBe(303)
  expect(await (await app.get(offer)).text()).toContain('You have declined')
  expect((await app.post(offer, { conduct: 'on' })).status).toBe(409)
})
