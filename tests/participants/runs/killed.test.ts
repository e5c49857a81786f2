import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Editor, givenEditor } from '../round-trip/given-sheet.ts'
import { givenTrack } from '../given-participants.ts'
import { anOrder, aPerson, paid } from '#tests/registrations/an-order.ts'
import { givenEvent } from '#tests/support/given.ts'
import { writeSheet } from '#app/files/sheets/write-sheet.ts'
import { createRun } from '#app/participants/runs/create-run.server.ts'
import { startRun, undoRun } from '#app/participants/runs/steer-run.server.ts'
import { placeOrders } from '#app/registrations/place-orders.server.ts'
import { workOnRuns } from '#app/participants/runs/work-on-runs.server.ts'
import { ALL_REGISTRATIONS } from '#app/participants/selection/registration-filter.ts'

let editor: Editor

beforeEach(async () => {
  editor = await givenEditor()
})

afterEach(async () => {
  expect(await editor.broken()).toEqual([])
  await editor.close()
})

/** More than two parts of a cancellation. */
const MANY = 41
const PAID = 12

/** Orders of which some are paid, here and there: they are cancelled in the order of their names. */
async function givenSeats(count: number, paidOnes: number) {
  const event = await givenEvent(editor.db, { tickets: [{ seats: 300, price: 1000 }] })
  const orders = Array.from({ length: count }, () => anOrder(event))
  const results = await placeOrders(editor.db, { orders, now: editor.now() })
  const ids = results.flatMap((result) => (result.ok ? [result.value.orderId] : []))
  const spread = ids.filter((_id, at) => at % 3 === 0)
  for (const id of spread.slice(0, paidOnes)) await paid(editor.db, id)
  return event
}

/** A stop that comes after so many parts, as when the process is asked to end. */
function stopAfter(parts: number): AbortSignal {
  let asked = 0
  return {
    get aborted() {
      return asked++ >= parts
    },
  } as AbortSignal
}

/** The process dies inside a part: the transaction under way is lost with what it wrote, what it committed is not. */
async function dieInPart(): Promise<void> {
  const gateways = new Proxy(editor.services.gateways, {
    get() {
      throw new Error('killed')
    },
  })
  await expect(workOnRuns(editor.db, { gateways }, { now: editor.now() })).rejects.toThrow('killed')
  // Killed for good, it would not have told anybody.
  await editor.db.updateTable('runs').set({ state: 'running' }).where('state', '=', 'stopped').execute()
}

async function refundsOf() {
  return await editor.db.selectFrom('refundAttempts').select(['orderId', 'amountMinor']).execute()
}

describe('a bulk action that is killed in the middle', () => {
  it('does no row twice, whoever goes on', async () => {
    const event = await givenSeats(MANY, PAID)
    await editor.db
      .insertInto('refundRules')
      .values({
        id: 'rule',
        eventId: event.id,
        position: 1,
        reason: 'any',
        untilAt: null,
        percent: 10_000,
        feeMinor: 0,
        feeCurrency: 'USD',
        appliedByOn: null,
      })
      .execute()
    const runId = await editor.look(event.id, { kind: 'cancel', reason: '', isTold: true, filter: '' })
    await editor.steer(startRun, event.id, runId)
    await workOnRuns(editor.db, editor.services, { now: editor.now(), stop: stopAfter(1) })
    expect(await editor.run(runId)).toMatchObject({ state: 'running', done: 20, reached: 20 })
    await dieInPart()
    expect(await editor.run(runId)).toMatchObject({ done: 20, reached: 20 })
    // Two processes come back at the same moment.
    await Promise.all([editor.work(), editor.work()])
    await editor.work()
    expect(await editor.run(runId)).toMatchObject({ state: 'done', done: MANY, refused: 0 })
    expect((await editor.seats(event.id)).every(({ state }) => state === 'cancelled')).toBe(true)
    const refunds = await refundsOf()
    expect(refunds).toHaveLength(PAID)
    expect(new Set(refunds.map(({ orderId }) => orderId)).size).toBe(PAID)
    expect(await editor.mails('seat-cancelled')).toHaveLength(MANY)
    const ended = await editor.db
      .selectFrom('auditEntries')
      .select('objectId')
      .where('action', '=', 'registration.cancelled')
      .execute()
    expect(new Set(ended.map(({ objectId }) => objectId)).size).toBe(ended.length)
  })
})

describe('an import that is stopped in the middle', () => {
  it('is looked at, done and taken back once for each row', async () => {
    const event = await givenEvent(editor.db, { tickets: [{ seats: 999 }] })
    const trackId = await givenTrack(editor.db, event.id, 'A')
    const count = 210
    const orders = Array.from({ length: count }, (_, at) =>
      anOrder(event, {
        people: [aPerson(event.tickets[0]!.id, { fullName: `Person ${at}`, email: `p-${at}@example.org` })],
      }),
    )
    await placeOrders(editor.db, { orders, now: editor.now() })
    const before = await editor.rows(event.id)
    const rows = before.map((row, at) => (at === 0 ? row : [...row]))
    const place = (head: string) => rows[0]!.indexOf(head)
    for (const [at, row] of rows.slice(1).entries()) {
      while (row.length < rows[0]!.length) row.push('')
      if (at % 7 === 0) row[place('Email')] = `new-${row[place('Email')]}`
      row[place('Track')] = 'A'
    }
    const received = await editor.send(event.id, await writeSheet(rows, 'csv'))
    const runId = received.ok ? received.value.runId : ''
    const part = async () => await workOnRuns(editor.db, editor.services, { now: editor.now(), stop: stopAfter(1) })
    await part()
    expect(await editor.run(runId)).toMatchObject({ state: 'preview', reached: 201 })
    expect((await editor.steer(startRun, event.id, runId)).ok).toBe(false)
    await Promise.all([editor.work(), editor.work()])
    await editor.work()
    await editor.steer(startRun, event.id, runId)
    await part()
    expect(await editor.run(runId)).toMatchObject({ state: 'running', done: 100 })
    await Promise.all([editor.work(), editor.work(), editor.work()])
    await editor.work()
    expect(await editor.run(runId)).toMatchObject({ state: 'done', done: count, refused: 0 })
    expect((await editor.mails('ticket')).filter((to) => to.startsWith('new-'))).toHaveLength(count / 7)
    expect((await editor.seats(event.id)).every((seat) => seat.trackId === trackId)).toBe(true)
    expect(await editor.broken()).toEqual([])
    await editor.steer(undoRun, event.id, runId)
    await part()
    await Promise.all([editor.work(), editor.work()])
    await editor.work()
    expect(await editor.run(runId)).toMatchObject({ state: 'undone', undone: count, done: 0 })
    expect(await editor.rows(event.id)).toEqual(before)
  })
})

describe('looking at rows', () => {
  it('asks the same number of questions for one as for many', async () => {
    const event = await givenSeats(30, 3)
    const counts = []
    const all = (await editor.seats(event.id)).map(({ id }) => id)
    for (const props of [
      { kind: 'confirm' as const, filter: '' },
      { kind: 'cancel' as const, reason: '', isTold: false, filter: '' },
      { kind: 'ticket' as const, ticketTypeId: event.tickets[0]!.id, filter: '' },
    ])
      for (const ids of [all.slice(0, 1), all]) {
        let queries = 0
        const counting = editor.db.withPlugin({
          transformQuery: ({ node }) => {
            queries++
            return node
          },
          transformResult: ({ result }) => Promise.resolve(result),
        })
        const { accountId } = editor
        await createRun(editor.db, {
          eventId: event.id,
          props,
          filter: ALL_REGISTRATIONS,
          ids,
          accountId,
          now: editor.now(),
        })
        await workOnRuns(counting, editor.services, { now: editor.now() })
        counts.push(queries)
      }
    expect(counts[1]).toBe(counts[0])
    expect(counts[3]).toBe(counts[2])
    expect(counts[5]).toBe(counts[4])
  })
})
