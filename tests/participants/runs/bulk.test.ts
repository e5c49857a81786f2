import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { givenRunner, type Runner } from './given-runs.ts'
import { givenTrack } from '../given-participants.ts'
import { anOrder, aPerson, givenAttempt, paid, placed } from '#tests/registrations/an-order.ts'
import { givenEvent } from '#tests/support/given.ts'
import { NOW } from '#tests/support/now.ts'
import { recordAudit } from '#app/audit/record.server.ts'
import { goOn, stopRun, undoRun } from '#app/participants/runs/steer-run.server.ts'
import { addMinutes } from '#app/values/moment.ts'
import { newId } from '#app/values/id.ts'

let runner: Runner

beforeEach(async () => {
  runner = await givenRunner()
})

afterEach(async () => {
  expect(await runner.broken()).toEqual([])
  await runner.close()
})

const filter = ''

describe('confirming without payment', () => {
  it('confirms held seats by name, with their add-ons, and leaves what they owe', async () => {
    const { db } = runner
    const event = await givenEvent(db, {
      tickets: [
        { seats: 9, price: 100 },
        { price: 50, isAddon: 1 },
      ],
    })
    const [main, addon] = event.tickets
    const person = aPerson(main!.id, { email: 'amina@example.org' })
    const order = await placed(
      db,
      anOrder(event, {
        people: [person, aPerson(addon!.id, { fullName: person.fullName, email: person.email, mainAt: 0 })],
      }),
    )
    const other = await placed(db, anOrder(event))
    await paid(db, other.orderId)
    const runId = await runner.look(event.id, { kind: 'confirm', filter })
    expect((await runner.rows(runId)).toSorted()).toEqual(['same', 'same run.problem.withMain', 'waiting'])
    await runner.finish(event.id, runId)
    expect((await runner.seats(event.id)).map(({ state }) => state)).toEqual(['confirmed', 'confirmed', 'confirmed'])
    expect(await runner.mails('order-confirmed')).toContain('amina@example.org')
    const audit = await db
      .selectFrom('auditEntries')
      .selectAll()
      .where('objectId', '=', order.registrations[0]!.id)
      .execute()
    expect(audit.some(({ actorId, after }) => actorId === runner.accountId && after.includes('isWithoutPayment'))).toBe(
      true,
    )
    expect((await runner.steer(undoRun, event.id, runId)).ok).toBe(false)
  })
})

describe('holding seats for longer', () => {
  it('extends holds, never shortens them, and takes it back unless they were changed since', async () => {
    const { db } = runner
    const event = await givenEvent(db, { tickets: [{ seats: 9, price: 100 }] })
    const orders = [
      await placed(db, anOrder(event)),
      await placed(db, anOrder(event)),
      await placed(db, anOrder(event)),
    ]
    const id = (at: number) => orders[at]!.registrations[0]!.id
    await paid(db, orders[2]!.orderId)
    const until = addMinutes(NOW, 60 * 24 * 5)
    const before = (await runner.seats(event.id)).map(({ heldUntil }) => heldUntil)
    const runId = await runner.look(event.id, { kind: 'extend', until, filter })
    await runner.finish(event.id, runId)
    const held = async () => (await runner.seats(event.id)).map(({ heldUntil }) => heldUntil)
    expect(await held()).toEqual([until, until, null])
    expect((await runner.rows(runId)).toSorted()).toEqual(['done', 'done', 'refused run.problem.notHeld'])
    const later = addMinutes(until, 5)
    await db.updateTable('registrations').set({ heldUntil: later }).where('id', '=', id(1)).execute()
    await runner.undo(event.id, runId)
    expect(await held()).toEqual([before[0], later, null])
    expect((await runner.rows(runId)).toSorted()).toEqual([
      'done run.problem.changedSince',
      'refused run.problem.notHeld',
      'undone',
    ])
    expect(await runner.run(runId)).toMatchObject({ state: 'undone', done: 1, undone: 1, refused: 1 })
  })
})

describe('moving to another track', () => {
  it('moves those whose ticket is of no track, and back', async () => {
    const { db } = runner
    const event = await givenEvent(db, { tickets: [{ seats: 9 }, {}] })
    const [one, two] = [await givenTrack(db, event.id, 'A'), await givenTrack(db, event.id, 'B')]
    await db.updateTable('ticketTypes').set({ trackId: one }).where('id', '=', event.tickets[1]!.id).execute()
    const free = await placed(db, anOrder(event))
    const bound = await placed(db, anOrder(event, { people: [aPerson(event.tickets[1]!.id)] }))
    const runId = await runner.look(event.id, { kind: 'track', trackId: two, filter })
    expect((await runner.rows(runId)).toSorted()).toEqual(['refused run.problem.trackOfTicket', 'waiting'])
    await runner.finish(event.id, runId)
    const tracks = async () => new Map((await runner.seats(event.id)).map(({ id, trackId }) => [id, trackId]))
    expect((await tracks()).get(free.registrations[0]!.id)).toBe(two)
    expect((await tracks()).get(bound.registrations[0]!.id)).toBe(one)
    await runner.undo(event.id, runId)
    expect((await tracks()).get(free.registrations[0]!.id)).toBeNull()
  })
})

describe('changing the ticket type', () => {
  it('changes to one of the same price while there is room, says why for the others, and takes it back', async () => {
    const { db } = runner
    const tickets = [
      { seats: 9, price: 100 },
      { seats: 2, price: 100, name: 'Other' },
      { seats: 9, price: 70 },
    ]
    const event = await givenEvent(db, { tickets })
    const [first, second, third] = event.tickets.map(({ id }) => id)
    for (let at = 0; at < 3; at++) await paid(db, (await placed(db, anOrder(event))).orderId)
    await paid(db, (await placed(db, anOrder(event, { people: [aPerson(third!)] }))).orderId)
    await placed(db, anOrder(event))
    const runId = await runner.look(event.id, { kind: 'ticket', ticketTypeId: second!, filter })
    expect((await runner.rows(runId)).toSorted()).toEqual([
      'refused refusal.change-full',
      'refused refusal.seat-held',
      'refused run.problem.otherPrice',
      'waiting',
      'waiting',
    ])
    await runner.finish(event.id, runId)
    const types = async () => (await runner.seats(event.id)).map(({ ticketTypeId }) => ticketTypeId)
    expect((await types()).filter((id) => id === second)).toHaveLength(2)
    expect(await runner.broken()).toEqual([])
    await runner.undo(event.id, runId)
    expect(await types()).toEqual([first, first, first, third, first])
    expect(await runner.run(runId)).toMatchObject({ state: 'undone', undone: 2, done: 0 })
  })
})

describe('accepting proofs and sending tickets again', () => {
  it('accepts those that wait', async () => {
    const { db } = runner
    const event = await givenEvent(db, { tickets: [{ seats: 9 }] })
    const orders = [await placed(db, anOrder(event)), await placed(db, anOrder(event))]
    const proofId = newId(NOW)
    const proof = { eventId: event.id, eligibility: 'student' as const, how: 'desk' as const, createdAt: NOW }
    const registrationId = orders[0]!.registrations[0]!.id
    await db
      .insertInto('proofs')
      .values({
        ...proof,
        id: newId(NOW),
        registrationId,
        state: 'waiting',
        fileId: null,
        verifiedBy: null,
        verifiedAt: null,
      })
      .execute()
    await recordAudit(db, NOW, [
      { actor: { kind: 'system' }, action: 'proof.waiting', objectKind: 'proof', objectId: proofId },
    ])
    const runId = await runner.look(event.id, { kind: 'verify', filter })
    await runner.finish(event.id, runId)
    expect((await runner.rows(runId)).toSorted()).toEqual(['done', 'refused run.problem.noProof'])
    const kept = await db.selectFrom('proofs').select(['state', 'verifiedBy']).executeTakeFirstOrThrow()
    expect(kept).toEqual({ state: 'verified', verifiedBy: runner.accountId })
  })

  it('mails tickets to those who have a seat', async () => {
    const event = await givenEvent(runner.db, { tickets: [{ seats: 9 }] })
    await placed(runner.db, anOrder(event, { people: [aPerson(event.tickets[0]!.id, { email: 'one@example.org' })] }))
    const runId = await runner.look(event.id, { kind: 'resend', filter })
    await runner.finish(event.id, runId)
    expect(await runner.mails('ticket')).toEqual(['one@example.org'])
  })
})

describe('cancelling', () => {
  it('frees seats, leaves the money to finance, tells or does not tell, and is shown before as it is done', async () => {
    const { db } = runner
    const event = await givenEvent(db, { tickets: [{ seats: 9, price: 10_000 }] })
    await db
      .insertInto('refundRules')
      .values({
        id: newId(NOW),
        eventId: event.id,
        position: 1,
        reason: 'any',
        untilAt: null,
        percent: 5000,
        feeMinor: 0,
        feeCurrency: 'USD',
        appliedByOn: null,
      })
      .execute()
    const orders = [
      await placed(db, anOrder(event)),
      await placed(db, anOrder(event)),
      await placed(db, anOrder(event)),
    ]
    await paid(db, orders[0]!.orderId)
    await givenAttempt(db, { orderId: orders[2]!.orderId, state: 'open' })
    const runId = await runner.look(event.id, { kind: 'cancel', reason: 'No visa', isTold: false, filter })
    const shown = await db.selectFrom('runRows').select(['after', 'problem']).where('runId', '=', runId).execute()
    expect(
      shown.map(({ after, problem }) => problem || (JSON.parse(after) as { amountMinor: number }).amountMinor),
    ).toEqual([5000, 10_000, 'refusal.payment-processing'])
    await runner.finish(event.id, runId)
    expect((await runner.seats(event.id)).map(({ state }) => state)).toEqual(['cancelled', 'cancelled', 'held'])
    expect(await runner.mails('seat-cancelled')).toEqual([])
    const attempts = await db.selectFrom('refundAttempts').select(['state', 'amountMinor']).execute()
    expect(attempts).toEqual([{ state: 'approval', amountMinor: 5000 }])
    expect(JSON.stringify(await db.selectFrom('auditEntries').select('after').execute())).not.toContain('No visa')
  })

  it('refuses a row whose amount is another one by the time that it is done', async () => {
    const { db } = runner
    const event = await givenEvent(db, { tickets: [{ seats: 9, price: 10_000 }] })
    const rule = { eventId: event.id, reason: 'any' as const, feeMinor: 0, feeCurrency: 'USD', appliedByOn: null }
    await db
      .insertInto('refundRules')
      .values([
        { ...rule, id: newId(NOW), position: 1, percent: 10_000, untilAt: addMinutes(NOW, 60) },
        { ...rule, id: newId(NOW), position: 2, percent: 0, untilAt: null },
      ])
      .execute()
    await paid(db, (await placed(db, anOrder(event))).orderId)
    const runId = await runner.look(event.id, { kind: 'cancel', reason: '', isTold: true, filter })
    runner.setNow(addMinutes(NOW, 120))
    await runner.finish(event.id, runId)
    expect((await runner.rows(runId))[0]).toMatch(/^refused refusal\.amount-changed/)
    expect((await runner.seats(event.id)).map(({ state }) => state)).toEqual(['confirmed'])
    expect(await runner.mails('seat-cancelled')).toEqual([])
  })
})

describe('a run', () => {
  it('stops, goes on, and is of its own event only', async () => {
    const { db } = runner
    const event = await givenEvent(db, { tickets: [{}] })
    const other = await givenEvent(db, { tickets: [{}] })
    const order = await placed(db, anOrder(event))
    const foreign = await placed(db, anOrder(other))
    const trackId = await givenTrack(db, event.id, 'A')
    const ids = [order.registrations[0]!.id, foreign.registrations[0]!.id]
    const runId = await runner.look(event.id, { kind: 'track', trackId, filter }, ids)
    expect(await runner.run(runId)).toMatchObject({ state: 'preview', total: 1 })
    expect(await runner.steer(stopRun, event.id, runId)).toMatchObject({ refusals: [{ code: 'run-not-so' }] })
    expect(await runner.steer(goOn, other.id, runId)).toMatchObject({ refusals: [{ code: 'gone' }] })
    await db.updateTable('runs').set({ state: 'waiting', reached: 0 }).where('id', '=', runId).execute()
    await runner.steer(stopRun, event.id, runId)
    await runner.work()
    expect(await runner.run(runId)).toMatchObject({ state: 'stopped', done: 0 })
    await runner.steer(goOn, event.id, runId)
    await runner.work()
    expect(await runner.run(runId)).toMatchObject({ state: 'done', done: 1, reached: 1 })
  })
})
