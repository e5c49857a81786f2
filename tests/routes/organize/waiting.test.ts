import { afterEach, beforeEach, expect, test } from 'vitest'
import { aWish, broken, entryOf, givenFullEvent, joined, mailsOf, openOffersOf } from '#tests/waiting-list/a-queue.ts'
import { addMinutes } from '#app/values/moment.ts'
import { NOW, testApp } from '#tests/support/app.ts'
import { givenAccount } from '#tests/support/given.ts'
import { signInAs } from '#tests/support/signed-in.ts'
import { countQueries } from './count-queries.ts'

let app: Awaited<ReturnType<typeof testApp>>
let event: Awaited<ReturnType<typeof givenFullEvent>>

beforeEach(async () => {
  app = await testApp()
  event = await givenFullEvent(app.db)
  const { accountId } = await givenAccount(app.db, 'grace@example.org', [
    { role: 'organizer', scope: 'event', scopeId: event.id },
  ])
  await signInAs(app, accountId)
})

afterEach(async () => {
  expect(await broken(app.db)).toEqual([])
  await app.close()
})

const base = () => `/organize/${event.slug}/waiting`

test('the queue stands in its order, with why it does not move', async () => {
  await joined(app.db, aWish(event, { fullName: 'Second', now: addMinutes(NOW, 2) }))
  await joined(app.db, aWish(event, { fullName: 'First', partySize: 2, now: addMinutes(NOW, 1) }))
  const html = await (await app.get(base())).text()
  expect(html.indexOf('>First<')).toBeLessThan(html.indexOf('>Second<'))
  expect(html).toContain('No seat has come free.')
  const found = await (await app.get(`${base()}?q=first`)).text()
  expect(found).not.toContain('>Second<')
  expect(await (await app.get(`${base()}?state=taken`)).text()).toContain('Nobody fits this filter')
})

test('the rules are saved, and a wrong one comes back as typed', async () => {
  const form = { isOpen: 'on', offerHours: '24', price: 'joining', closesAt: '2027-05-01T12:00' }
  expect((await app.post(`${base()}/rules`, form)).status).toBe(303)
  const rules = await app.db.selectFrom('waitingListRules').selectAll().executeTakeFirstOrThrow()
  expect(rules).toMatchObject({ offerHours: 24, price: 'joining', passesOver: 0, closesAt: '2027-05-01T10:00:00.000Z' })
  const wrong = await app.post(`${base()}/rules`, { ...form, offerHours: '0', closesAt: 'soon' })
  expect(wrong.status).toBe(422)
  expect(await wrong.text()).toContain('value="soon"')
})

test('out of turn wants a reason; removing tells the person', async () => {
  await joined(app.db, aWish(event))
  const second = await joined(app.db, aWish(event, { now: addMinutes(NOW, 1) }))
  await app.db.updateTable('quotas').set({ size: 3 }).execute()
  const without = await app.post(`${base()}/${second}/offer`, { reason: ' ' })
  expect(without.status).toBe(409)
  expect(await without.text()).toContain('Others are before them')
  expect((await app.post(`${base()}/${second}/offer`, { reason: 'Speaker' })).status).toBe(303)
  expect(await openOffersOf(app.db, event.id)).toMatchObject([{ entryId: second }])
  expect((await app.post(`${base()}/${second}/remove`, {})).status).toBe(303)
  expect((await entryOf(app.db, second)).state).toBe('withdrawn')
  expect(await mailsOf(app.db, second)).toContain('waiting-list-over')
})

test('the file has everybody, and says who took it', async () => {
  await joined(app.db, aWish(event, { fullName: '=HYPERLINK("x")' }))
  const file = await app.get(`/organize/${event.slug}/waiting-list.csv`)
  expect(file.headers.get('Content-Type')).toContain('text/csv')
  expect(await file.text()).toContain(`'=HYPERLINK`)
  expect(await app.db.selectFrom('downloads').select(['kind', 'rowCount']).execute()).toEqual([
    { kind: 'waiting-list.csv', rowCount: 1 },
  ])
})

test('another organizer finds nothing here, neither the list nor one of its people by id', async () => {
  const entry = await joined(app.db, aWish(event))
  const other = await givenFullEvent(app.db)
  app.forgetCookies()
  const { accountId } = await givenAccount(app.db, 'other@example.org', [
    { role: 'organizer', scope: 'event', scopeId: other.id },
  ])
  await signInAs(app, accountId)
  expect((await app.get(base())).status).toBe(404)
  expect((await app.get(`/organize/${other.slug}/waiting/${entry}`)).status).toBe(404)
  expect((await app.post(`/organize/${other.slug}/waiting/${entry}/remove`, {})).status).toBe(404)
  expect((await app.post(`/organize/${other.slug}/waiting/${entry}/offer`, { reason: 'x' })).status).toBe(409)
  expect((await entryOf(app.db, entry)).state).toBe('waiting')
})

test('one row or thirty take the same number of queries', async () => {
  await joined(app.db, aWish(event))
  const one = await countQueries(app, [base()])
  for (let at = 0; at < 29; at++) await joined(app.db, aWish(event))
  expect(await countQueries(app, [base()])).toEqual(one)
}, 30_000)
