import { afterEach, beforeEach, expect, test } from 'vitest'
import { countQueries } from './count-queries.ts'
import { givenCrowd } from '#tests/participants/selection/given-crowd.ts'
import { givenQuestion } from '#tests/registrations/questions/a-question.ts'
import { anOrder, aPerson, paid, placed } from '#tests/registrations/an-order.ts'
import { testApp } from '#tests/support/app.ts'
import { givenAccount, givenEvent } from '#tests/support/given.ts'
import { signInAs } from '#tests/support/signed-in.ts'
import { checkInvariants } from '#app/audit/check-invariants.server.ts'
import { newId } from '#app/values/id.ts'
import { NOW } from '#tests/support/now.ts'

let app: Awaited<ReturnType<typeof testApp>>
let event: Awaited<ReturnType<typeof givenEvent>>
const base = () => `/organize/${event.slug}`

beforeEach(async () => {
  app = await testApp()
  event = await givenEvent(app.db, { tickets: [{ seats: 5, price: 300_00, name: 'Full' }] })
  const { accountId } = await givenAccount(app.db, 'grace@plenary.example', [
    { role: 'organizer', scope: 'event', scopeId: event.id },
  ])
  await signInAs(app, accountId)
})

afterEach(() => app.close())

async function broken() {
  return (await checkInvariants(app.db)).filter(({ violations }) => violations > 0)
}

async function html(path: string): Promise<string> {
  const response = await app.get(path)
  expect(response.status, path).toBe(200)
  return await response.text()
}

async function twice() {
  const [diet, size] = [
    await givenQuestion(app.db, event.id, { label: 'Diet' }),
    await givenQuestion(app.db, event.id, { label: 'Shirt' }),
  ]
  const answer = (questionId: string, value: string) => ({ questionId, value })
  const type = event.tickets[0]!.id
  const one = await placed(
    app.db,
    anOrder(event, {
      people: [aPerson(type, { fullName: 'Ana Muster', country: 'KE', answers: [answer(diet, 'Vegan')] })],
    }),
  )
  const other = await placed(
    app.db,
    anOrder(event, {
      people: [
        aPerson(type, {
          fullName: 'Ána Muster',
          country: 'KE',
          email: 'right@example.org',
          answers: [answer(diet, 'None'), answer(size, 'M')],
        }),
      ],
    }),
  )
  return { one, other, diet, size }
}

test('two become one: fields as chosen, what was missing moves, the seat comes free, the money waits for finance', async () => {
  const { one, other, diet, size } = await twice()
  await paid(app.db, one.orderId)
  await paid(app.db, other.orderId)
  const [keepId, otherId] = [one.registrations[0]!.id, other.registrations[0]!.id]
  const session = newId(NOW)
  await app.db
    .insertInto('sessions')
    .values({
      id: session,
      eventId: event.id,
      trackId: null,
      code: null,
      kind: 'lab',
      title: 'Lab',
      abstract: '',
      language: null,
      heldOn: '2027-06-14',
      startsTime: '10:00',
      endsTime: '11:00',
      startsAt: '2027-06-14T08:00:00.000Z',
      endsAt: '2027-06-14T09:00:00.000Z',
      room: null,
      isPublic: 0,
      isStreamed: 0,
      sequence: 0,
      updatedAt: NOW,
      takesSignUps: 1,
      signedUp: 1,
    })
    .execute()
  await app.db
    .insertInto('sessionSignUps')
    .values({ sessionId: session, registrationId: otherId, signedUpAt: NOW })
    .execute()
  const list = await html(`${base()}/duplicates`)
  expect(list).toContain('Name and country')
  const address = `${base()}/duplicates/${keepId}/${otherId}`
  expect(await html(address)).toContain('cannot be undone')
  const merged = await app.post(address, { keep: '0', 'from.email': '1', 'from.fullName': '0' })
  expect(merged.status).toBe(303)
  const rows = await app.db
    .selectFrom('registrations')
    .innerJoin('people', 'people.id', 'registrations.personId')
    .select(['registrations.id', 'state', 'fullName', 'email', 'emailKey'])
    .where('registrations.id', '=', keepId)
    .execute()
  expect(rows).toEqual([
    {
      id: keepId,
      state: 'confirmed',
      fullName: 'Ana Muster',
      email: 'right@example.org',
      emailKey: 'right@example.org',
    },
  ])
  const answers = await app.db
    .selectFrom('answers')
    .select(['questionId', 'value'])
    .where('registrationId', '=', keepId)
    .execute()
  expect(Object.fromEntries(answers.map(({ questionId, value }) => [questionId, value]))).toEqual({
    [diet]: 'Vegan',
    [size]: 'M',
  })
  const signUps = await app.db.selectFrom('sessionSignUps').select('registrationId').execute()
  expect(signUps).toEqual([{ registrationId: keepId }])
  const { signedUp } = await app.db.selectFrom('sessions').select('signedUp').executeTakeFirstOrThrow()
  expect(signedUp).toBe(1)
  const { taken } = await app.db.selectFrom('quotas').select('taken').executeTakeFirstOrThrow()
  expect(taken).toBe(1)
  const attempts = await app.db.selectFrom('refundAttempts').select(['orderId', 'state', 'amountMinor']).execute()
  expect(attempts).toEqual([{ orderId: other.orderId, state: 'approval', amountMinor: 300_00 }])
  const entries = await app.db.selectFrom('financeEntries').select('kind').execute()
  expect(entries).toEqual([{ kind: 'refund-asked' }])
  const audit = await app.db
    .selectFrom('auditEntries')
    .select('after')
    .where('action', '=', 'registration.merged')
    .executeTakeFirstOrThrow()
  expect(JSON.parse(audit.after)).toMatchObject({ fromId: otherId, fields: ['email'], answers: 1, signUps: 1 })
  expect(audit.after).not.toContain('right@')
  expect(await html(`${base()}/duplicates`)).toContain('Nobody seems to be registered twice')
  expect((await app.post(address, { keep: '0' })).status).toBe(404)
  expect(await broken()).toEqual([])
})

test('registrations of another event, and one with itself, are not compared', async () => {
  const { one, other } = await twice()
  const elsewhere = await givenEvent(app.db)
  const theirs = await placed(app.db, anOrder(elsewhere))
  const id = one.registrations[0]!.id
  const address = (a: string, b: string) => `${base()}/duplicates/${a}/${b}`
  expect((await app.get(address(id, theirs.registrations[0]!.id))).status).toBe(404)
  expect((await app.post(address(theirs.registrations[0]!.id, id), { keep: '0' })).status).toBe(404)
  expect((await app.post(address(id, id), { keep: '0' })).status).toBeGreaterThan(400)
  expect((await app.post(address(id, other.registrations[0]!.id), {})).status).toBe(422)
  expect(await broken()).toEqual([])
})

test('the seats stand in words, each number leads to those it counts', async () => {
  const { one } = await twice()
  await paid(app.db, one.orderId)
  const quota = event.tickets[0]!.quotaIds[0]!
  const page = await html(`${base()}/seats`)
  expect(page).toContain(`registrations?quota=${quota}&amp;state=held`)
  expect(page).toContain('One held for payment until')
  expect(page).toContain('3 seats are free.')
  expect(page).toContain('On sale')
  await app.db.updateTable('quotas').set({ size: 2 }).execute()
  await app.db.updateTable('ticketTypes').set({ isClosed: 1 }).execute()
  const full = await html(`${base()}/seats`)
  expect(full).toContain('No seat is free.')
  expect(full).toContain('It is closed.')
  expect(await html(`${base()}/registrations?quota=${quota}&state=held`)).toContain('Ána Muster')
})

test('one row or fifty take the same number of queries', async () => {
  const crowd = (count: number) =>
    givenCrowd(
      app.db,
      event.id,
      Array.from({ length: count }, (_, at) => ({
        ticketTypeId: event.tickets[0]!.id,
        fullName: `Twin ${Math.floor(at / 2)}`,
        country: 'KE',
      })),
    )
  await crowd(2)
  const paths = [`${base()}/duplicates`, `${base()}/seats`]
  const one = await countQueries(app, paths)
  await crowd(100)
  expect(await countQueries(app, paths)).toEqual(one)
})
