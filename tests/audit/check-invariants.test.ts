import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { sql, type Updateable } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { NOW, testServices } from '#tests/support/app.ts'
import { createTestDatabase } from '#tests/support/databases/create-database.ts'
import { broken, givenShop, givenUnpaidOrder, type Shop } from '#tests/support/stripe/given-shop.ts'
import { saveFile } from '#app/files/save-file.server.ts'
import { givenQuestion } from '#tests/registrations/questions/a-question.ts'
import { givenEvent } from '#tests/support/given.ts'
import { newId } from '#app/values/id.ts'
import { addMinutes } from '#app/values/moment.ts'
import { certificatesOf, givenRule, issueAll } from '#tests/certificates/given-certificates.ts'
import type { CertificatesTable } from '#db/schema.ts'

let shop: Shop
let order: Awaited<ReturnType<typeof givenUnpaidOrder>>

beforeEach(async () => {
  shop = await givenShop(testServices)
  order = await givenUnpaidOrder(shop.db, { people: 2 })
  await shop.start(order.orderId)
  shop.stripe.pay(shop.stripe.latest().id)
  await shop.settle((await shop.attempts(order.orderId))[0]!.id)
  await givenUnpaidOrder(shop.db, { event: order.event })
})

afterEach(() => shop.close())

/** What an untrue sentence looks like, made behind the commands' back. */
const DAMAGE: [name: string, invariants: number[], damage: () => Promise<unknown>][] = [
  ['a counter that lost a seat', [2], () => run(sql`update quotas set taken = taken - 1`)],
  [
    'a seat that is taken by nobody',
    [2, 9],
    () => run(sql`update registrations set state = 'lapsed' where state = 'held'`),
  ],
  [
    'a key that is not given back',
    [2, 3, 9],
    () => run(sql`update registrations set state = 'lapsed', active_key = 'k' where state = 'held'`),
  ],
  ['two active registrations of one address', [3], () => run(sql`update ticket_types set allows_repeat = 0`)],
  ['a paid attempt without its payment', [4, 5], () => run(sql`delete from payments`)],
  ['a payment of an attempt that is not paid', [4, 9], () => run(sql`update payment_attempts set state = 'failed'`)],
  [
    'a payment without a seat',
    [2, 4, 9],
    () => run(sql`update registrations set state = 'lapsed' where order_id = ${order.orderId}`),
  ],
  ['a confirmed seat that nobody paid', [5, 9], () => run(sql`update registrations set state = 'confirmed'`)],
  ['a payment that is smaller than it was', [5], () => run(sql`update payments set amount_minor = amount_minor - 1`)],
  ['another currency', [5], () => run(sql`update payments set currency = 'EUR'`)],
  ['more refunded than paid', [5, 9], () => refund(99_999)],
  ['a change that left no trace', [9], () => run(sql`delete from audit_entries where object_kind = 'payment'`)],
  ['late money that nobody was told of', [6, 9], () => lateMoney()],
  ['an erased answer that says what it was', [9], () => erasedAnswer()],
  ['a paper that outlived its decision', [9], () => paperLeft()],
  ['an answer to the question of another event', [9], () => foreignAnswer()],
  ['a claim that nobody hears of, and that nobody made', [4, 9], () => claimed()],
  ['somebody who is in no queue and counts in it', [2, 9], () => queueUp('withdrawn')],
  ['an offer without its seats', [2, 9], () => offerNothing()],
  ['an entry of which nobody knows how it began', [9], () => queueUp('waiting')],
  ['a standing that no mark says', [11], () => marked({ stands: 'absent' })],
  ['a mark that changed nothing', [11], () => marked({ stands: null })],
  ['an older mark that stands above a newer', [11], () => marked({ stands: 'older' })],
  ['a standing at another event than its mark', [11], () => marked({ stands: 'elsewhere' })],
  ['a certificate that says another name than was signed', [12], () => certified({ content: '{"name":"Other"}' })],
  ['a certificate with a signature of its own', [12], () => certified({ signature: 'x' })],
  ['a certificate without its wording', [12], () => certified({ version: 2 })],
  ['a certificate signed by a key that nobody has', [12], () => certified({ keyId: 'lost' })],
  ['a certificate that holds the seat of another', [12], () => certified({ activeKey: newId(NOW) })],
  ['an issued certificate that leaves its seat free', [12], () => certified({ activeKey: null })],
  ['a revoked certificate without its moment', [9, 12], () => certified({ state: 'revoked', activeKey: null })],
  ['a revoked certificate that keeps the seat', [9, 12], () => certified({ state: 'revoked', revokedAt: NOW })],
  ['an erased certificate that still says a name', [12], () => certified({ erasedAt: NOW })],
  ['a gap in the numbers of certificates', [12], () => certified({ number: 2 })],
  ['a certificate that nobody issued', [9], () => certified({}, 'delete')],
  ['a cancelled event without its moment', [10], () => run(sql`update events set status = 'cancelled'`)],
]

describe('the check of the invariants', () => {
  it('finds nothing where nothing is wrong', async () => {
    expect(await broken(shop.db)).toEqual([])
  })

  it.each(DAMAGE)('finds %s', async (_, invariants, damage) => {
    await damage()
    const found = new Set((await broken(shop.db)).map(({ invariant }) => invariant))
    expect(invariants.every((invariant) => found.has(invariant))).toBe(true)
  })

  it('a quota that is sold beyond its size is refused by the database itself', async () => {
    await expect(run(sql`update quotas set taken = size + over_by + 1`)).rejects.toThrow()
  })
})

describe('npm run check', () => {
  it('prints the counts, and its exit code tells them apart', async () => {
    const clean = await check(shop.services.config.databaseUrl)
    expect(clean.code).toBe(0)
    expect(JSON.parse(clean.stdout)).toContainEqual(expect.objectContaining({ invariant: 2, violations: 0 }))
    await run(sql`update quotas set taken = taken - 1`)
    const damaged = await check(shop.services.config.databaseUrl)
    expect(damaged.code).toBe(1)
    expect(JSON.parse(damaged.stdout)).toContainEqual(expect.objectContaining({ invariant: 2, violations: 1 }))
  })

  it('says in a sentence when there are no tables', async () => {
    const empty = await createTestDatabase({ isEmpty: true })
    const { code, stdout, stderr } = await check(empty.url)
    await empty.drop()
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
    expect(stderr).toMatch(/^(The database lacks tables|There is no database at).*npm start.*\n$/)
  })
})

async function run(query: ReturnType<typeof sql>) {
  await query.execute(shop.db)
}

/** Somebody who was absent, then present, as it should stand but for one thing. */
async function marked({ stands }: { stands: 'absent' | 'older' | 'elsewhere' | null }) {
  const seat = await shop.db.selectFrom('registrations').select(['id', 'eventId']).executeTakeFirstOrThrow()
  const [older, newer] = [newId(NOW), newId(addMinutes(NOW, 1))]
  const place = { eventId: seat.eventId, registrationId: seat.id, slot: 'arrival' }
  const by = { receivedAt: NOW, accountId: newId(NOW), source: 'list', overruled: '' } as const
  const none = { deviceAt: null, deviceId: null, sheetId: null }
  await shop.db
    .insertInto('attendanceMarks')
    .values([
      { id: older, ...place, state: 'absent', at: NOW, ...by, ...none },
      { id: newer, ...place, state: 'present', at: addMinutes(NOW, 1), ...by, ...none },
    ])
    .execute()
  const state = { ...place, state: 'present' as const, at: addMinutes(NOW, 1), markId: newer }
  await shop.db.insertInto('attendanceStates').values(state).execute()
  expect(await broken(shop.db)).toEqual([])
  if (stands === null) await run(sql`delete from attendance_states`)
  if (stands === 'absent') await run(sql`update attendance_states set state = 'absent'`)
  if (stands === 'older') await run(sql`update attendance_states set state = 'absent', at = ${NOW}, mark_id = ${older}`)
  if (stands === 'elsewhere') await run(sql`update attendance_states set event_id = ${(await givenEvent(shop.db)).id}`)
}

/** A certificate as it should be but for some columns, or for its audit entry. */
async function certified(changed: Updateable<CertificatesTable>, audit: 'keep' | 'delete' = 'keep') {
  const { eventId } = await shop.db.selectFrom('registrations').select('eventId').executeTakeFirstOrThrow()
  await givenRule(shop.db, eventId)
  await issueAll(shop.db, eventId)
  const { id } = (await certificatesOf(shop.db, eventId))[0]!
  await run(sql`delete from certificate_versions where certificate_id <> ${id}`)
  await shop.db.deleteFrom('certificates').where('id', '<>', id).execute()
  expect(await broken(shop.db)).toEqual([])
  await shop.db
    .updateTable('certificates')
    .set({ id, ...changed })
    .where('id', '=', id)
    .execute()
  if (audit === 'delete') await run(sql`delete from audit_entries where object_kind = 'certificate'`)
}

async function refund(amountMinor: number) {
  const payment = await shop.db.selectFrom('payments').select(['id', 'orderId']).executeTakeFirstOrThrow()
  const row = { id: newId(NOW), orderId: payment.orderId, paymentId: payment.id, providerReference: 're_1' }
  await shop.db
    .insertInto('refunds')
    .values({ ...row, amountMinor, currency: 'USD', reason: '', refundedAt: NOW, createdAt: NOW })
    .execute()
}

async function givenAnswer(eventId: string, answer: { value: string; erasedAt: string | null }) {
  const questionId = await givenQuestion(shop.db, eventId)
  const { id } = await shop.db.selectFrom('registrations').select('id').executeTakeFirstOrThrow()
  await shop.db
    .insertInto('answers')
    .values({ registrationId: id, questionId, answeredAt: NOW, ...answer })
    .execute()
}

async function erasedAnswer() {
  const { eventId } = await shop.db.selectFrom('registrations').select('eventId').executeTakeFirstOrThrow()
  await givenAnswer(eventId, { value: 'X123', erasedAt: NOW })
}

async function foreignAnswer() {
  const other = await givenEvent(shop.db)
  await givenAnswer(other.id, { value: 'X123', erasedAt: null })
}

async function paperLeft() {
  const seat = await shop.db.selectFrom('registrations').select(['id', 'eventId']).executeTakeFirstOrThrow()
  const content = Buffer.from('%PDF-1.7')
  const file = { content, name: 'a.pdf', purpose: 'proof', eventId: seat.eventId, eraseAt: null, now: NOW } as const
  const saved = await saveFile(shop.db, file)
  const row = {
    id: newId(NOW),
    registrationId: seat.id,
    eventId: seat.eventId,
    eligibility: 'student',
    how: 'upload',
  } as const
  await shop.db
    .insertInto('proofs')
    .values({
      ...row,
      state: 'verified',
      fileId: saved.ok ? saved.value.id : null,
      verifiedBy: null,
      verifiedAt: NOW,
      createdAt: NOW,
    })
    .execute()
}

/** An entry that counts for a quota as if it waited. */
async function queueUp(state: 'waiting' | 'withdrawn'): Promise<string> {
  const { id: personId } = await shop.db.selectFrom('people').select('id').limit(1).executeTakeFirstOrThrow()
  const quota = await shop.db.selectFrom('quotas').select(['id', 'eventId']).limit(1).executeTakeFirstOrThrow()
  const id = newId(NOW)
  const wish = { partySize: 1, isAllOrNothing: 1 as const, wantedUntilAt: null, orderId: null, priority: 1 }
  const key = { code: 'W7KQ-4M2X', keyVersion: 1, formKey: id, activeKey: state === 'waiting' ? id : null }
  await shop.db
    .insertInto('waitingListEntries')
    .values({
      id,
      eventId: quota.eventId,
      personId,
      language: 'en',
      state,
      ...wish,
      ...key,
      joinedAt: NOW,
      endedAt: null,
      updatedAt: NOW,
    })
    .execute()
  await shop.db.insertInto('waitingListQuotas').values({ entryId: id, quotaId: quota.id, isWaiting: 1 }).execute()
  await run(sql`update quotas set waiting = 1 where id = ${quota.id}`)
  return id
}

/** An offer whose reservation is over, reaching beyond the event. */
async function offerNothing() {
  const entryId = await queueUp('withdrawn')
  const type = await shop.db.selectFrom('ticketTypes').select(['id', 'eventId']).limit(1).executeTakeFirstOrThrow()
  const reservation = { id: newId(NOW), eventId: type.eventId, kind: 'offer' as const, subjectId: null, name: '' }
  await shop.db
    .insertInto('reservations')
    .values({ ...reservation, untilAt: NOW, endedAt: NOW, createdAt: NOW })
    .execute()
  const offer = { id: newId(NOW), entryId, eventId: type.eventId, ticketTypeId: type.id, seats: 1, orderId: null }
  const rest = {
    reservationId: reservation.id,
    pricedAt: null,
    state: 'open' as const,
    untilAt: '2099-01-01T00:00:00.000Z',
  }
  await shop.db
    .insertInto('offers')
    .values({ ...offer, ...rest, createdAt: NOW, updatedAt: NOW })
    .execute()
}

async function lateMoney() {
  const {
    id: paymentId,
    attemptId,
    orderId,
  } = await shop.db.selectFrom('payments').select(['id', 'attemptId', 'orderId']).executeTakeFirstOrThrow()
  const row = { id: newId(NOW), kind: 'late-money' as const, orderId, attemptId, paymentId, subject: attemptId! }
  await shop.db
    .insertInto('financeEntries')
    .values({ ...row, createdAt: NOW, resolvedAt: null, resolvedBy: null })
    .execute()
}

async function check(databaseUrl: string): Promise<{ code: number; stdout: string; stderr: string }> {
  const env = { NODE_ENV: 'test' as const, PATH: process.env['PATH'], DATABASE_URL: databaseUrl }
  try {
    return { code: 0, ...(await promisify(execFile)(process.execPath, ['bin/check.ts'], { env })) }
  } catch (error) {
    return error as { code: number; stdout: string; stderr: string }
  }
}

async function claimed() {
  const row = {
    id: newId(NOW),
    orderId: order.orderId,
    attemptId: null,
    kind: 'paid',
    method: 'bank-transfer',
  } as const
  await shop.db
    .insertInto('paymentClaims')
    .values({
      ...row,
      reference: 'TX',
      note: '',
      fileId: null,
      state: 'waiting',
      decidedBy: null,
      decidedAt: null,
      createdAt: NOW,
    })
    .execute()
}
