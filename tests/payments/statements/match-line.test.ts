import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { NOW, testServices } from '#tests/support/app.ts'
import { givenSeries } from '#tests/support/given.ts'
import { givenIssuer } from '#tests/support/statements/given-issuer.ts'
import { type Desk, givenDesk } from '#tests/support/statements/given-desk.ts'
import { broken } from '#tests/support/stripe/given-shop.ts'
import { balanceOf } from '#app/payments/balance.server.ts'
import { matchLine } from '#app/payments/statements/match-line.server.ts'
import { putLineAway } from '#app/payments/statements/put-line-away.server.ts'
import { findLine } from '#app/payments/statements/statement-queries.server.ts'
import { suggestOrders } from '#app/payments/statements/suggest-orders.server.ts'
import { undoMatch } from '#app/payments/statements/undo-match.server.ts'
import { requestRefund } from '#app/payments/refunds/request-refund.server.ts'
import { newId } from '#app/values/id.ts'
import { takeAsCharges } from '#app/payments/take-as-charges.server.ts'

let desk: Desk
const reach = 'all' as const

beforeEach(async () => {
  desk = await givenDesk(testServices)
})

afterEach(async () => {
  expect(await broken(desk.db)).toEqual([])
  await desk.close()
})

async function givenLine(amount = '125.00', text = 'conference', payer = 'Somebody', more = {}) {
  await desk.importEntries([{ amount, text, payer, bankId: `B${Math.random()}`, ...more }])
  return (await desk.lines()).at(-1)!
}

const match = (lineId: string, shares: [string, number][]) =>
  matchLine(desk.db, {
    shares: shares.map(([code, amountMinor], at) => ({
      code,
      amountMinor,
      field: `share[${at}].code`,
    })),
    lineId,
    reach,
    accountId: desk.accountId,
    now: NOW,
  })

const undo = (lineId: string, paymentId: string) =>
  undoMatch(desk.db, { lineId, paymentId, reach, accountId: desk.accountId, now: NOW })

const stateOf = async (id: string) => (await desk.lines()).find((line) => line.id === id)!.state

describe('a line matched by hand', () => {
  it('pays its order at once, by who said so', async () => {
    const [line, { code, orderId }] = [await givenLine(), await desk.order()]
    expect(await match(line.id, [[code, 12_500]])).toMatchObject({ ok: true })
    expect(await stateOf(line.id)).toBe('matched')
    expect(await desk.statesOf(orderId)).toEqual(['confirmed'])
    const shown = await findLine(desk.db, { id: line.id, reach })
    expect(shown!.matches).toMatchObject([{ code, amountMinor: 12_500, matchedBy: desk.accountId }])
  })

  it('is split over several orders, one after another, to no more than its amount', async () => {
    const [line, one, two] = [await givenLine('300.00'), await desk.order(), await desk.order()]
    expect(await match(line.id, [[one.code, 12_500]])).toMatchObject({ ok: true })
    expect(await stateOf(line.id)).toBe('part-matched')
    expect(await match(line.id, [[two.code, 20_000]])).toMatchObject({ refusals: [{ code: 'line-too-much' }] })
    expect(await match(line.id, [[two.code, 17_500]])).toMatchObject({ ok: true })
    expect(await stateOf(line.id)).toBe('matched')
    expect((await desk.entries()).map(({ kind }) => kind)).toEqual(['overpaid'])
    expect(await match(line.id, [[two.code, 1]])).toMatchObject({ refusals: [{ code: 'line-closed' }] })
  })

  it('is refused where it does not belong, each time with the field', async () => {
    const euro = await desk.order({ of: await desk.givenTransferEvent({ currency: 'EUR' }) })
    const [line, mine] = [await givenLine(), await desk.order()]
    const refused = async (shares: [string, number][]) => {
      const result = await match(line.id, shares)
      return result.ok ? null : result.refusals[0]
    }
    expect(await refused([['PAAA-AAAA', 1]])).toEqual({ code: 'order-unknown', field: 'share[0].code' })
    expect(await refused([[euro.code, 1]])).toEqual({ code: 'order-other-currency', field: 'share[0].code' })
    const twice: [string, number][] = [
      [mine.code, 1],
      [mine.code, 2],
    ]
    expect(await refused(twice)).toEqual({ code: 'order-twice', field: 'share[1].code' })
    expect(await desk.payments()).toEqual([])
    const outgoing = await givenLine('-5.00')
    expect(await match(outgoing.id, [[mine.code, 1]])).toMatchObject({ refusals: [{ code: 'line-closed' }] })
  })

  it('is not for those who do not see it', async () => {
    const [line, { code }] = [await givenLine(), await desk.order()]
    const elsewhere = { seriesIds: [(await givenSeries(desk.db, 'inet', 'inet')).id], eventIds: [] }
    const share = { code, amountMinor: 12_500, field: 'code' }
    const result = await matchLine(desk.db, {
      lineId: line.id,
      shares: [share],
      reach: elsewhere,
      accountId: desk.accountId,
      now: NOW,
    })
    expect(result).toMatchObject({ ok: false })
    expect(await findLine(desk.db, { id: line.id, reach: elsewhere })).toBeUndefined()
  })

  it('once, when two say so at the same moment', async () => {
    const [line, one, two] = [await givenLine(), await desk.order(), await desk.order()]
    const results = await Promise.all([match(line.id, [[one.code, 12_500]]), match(line.id, [[two.code, 12_500]])])
    expect(results.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await desk.payments()).toHaveLength(1)
  })
})

describe('a match that was a mistake', () => {
  it('is undone by an entry of its own, and the money goes where it belongs; the seat stays for a person to decide', async () => {
    const [wrong, right] = [await desk.order(), await desk.order()]
    const line = await givenLine('125.00', wrong.code)
    const [payment] = await desk.payments()
    expect(await undo(line.id, payment!.id)).toMatchObject({ ok: true })
    expect((await desk.payments()).map(({ amountMinor, reversesId }) => [amountMinor, reversesId])).toEqual([
      [12_500, null],
      [-12_500, payment!.id],
    ])
    expect(await balanceOf(desk.db, wrong.orderId)).toMatchObject({ paid: 0, due: 12_500 })
    expect(await desk.statesOf(wrong.orderId)).toEqual(['confirmed'])
    expect((await desk.entries()).map(({ kind, orderId }) => [kind, orderId])).toEqual([['part-paid', wrong.orderId]])
    expect(await stateOf(line.id)).toBe('unmatched')
    expect(await match(line.id, [[right.code, 12_500]])).toMatchObject({ ok: true })
    expect(await desk.statesOf(right.orderId)).toEqual(['confirmed'])
    expect(await undo(line.id, payment!.id)).toMatchObject({ refusals: [{ code: 'match-undone' }] })
  })

  it('not by somebody who sees the account and not the order', async () => {
    const host = { id: newId(NOW), slug: 'example', name: 'Example Chapter', kind: 'chapter' as const }
    await desk.db
      .insertInto('hosts')
      .values({ ...host, country: 'ID', url: null })
      .execute()
    const account = await givenIssuer(desk.db, { hostId: host.id })
    const { id: seriesId } = await givenSeries(desk.db, 'ndss', 'ndss')
    const [own, other] = [{ hostId: host.id, seriesId }, { hostId: host.id }]
    await desk.givenTransferEvent(own)
    const { code } = await desk.order({ of: await desk.givenTransferEvent(other) })
    await desk.importEntries([{ amount: '125.00', text: code, payer: 'Somebody' }], account.id)
    const [[line], [payment]] = [await desk.lines(), await desk.payments()]
    const theirs = { seriesIds: [seriesId], eventIds: [] }
    expect((await findLine(desk.db, { id: line!.id, reach: theirs }))?.id).toBe(line!.id)
    const undone = { lineId: line!.id, paymentId: payment!.id, reach: theirs, accountId: desk.accountId, now: NOW }
    expect(await undoMatch(desk.db, undone)).toMatchObject({ refusals: [{ code: 'match-unknown' }] })
    expect(await desk.payments()).toHaveLength(1)
  })

  it('once, when two undo it at the same moment', async () => {
    const { code } = await desk.order()
    const line = await givenLine('125.00', code)
    const [payment] = await desk.payments()
    const results = await Promise.all([undo(line.id, payment!.id), undo(line.id, payment!.id)])
    expect(results.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await desk.payments()).toHaveLength(2)
  })

  it('stays once money of it has gone back', async () => {
    const { code, orderId } = await desk.order()
    const line = await givenLine('130.00', code)
    const [payment] = await desk.payments()
    await requestRefund(
      desk.db,
      {},
      {
        orderId,
        amount: {
          amountMinor: 500,
          currency: 'USD',
        },
        cause: 'overpaid',
        now: NOW,
        actor: {
          kind: 'account',
          id: desk.accountId,
        },
      },
    )
    expect(await undo(line.id, payment!.id)).toMatchObject({ refusals: [{ code: 'match-refunded' }] })
  })
})

describe('a line that is no payment of ours', () => {
  const put = (lineId: string, to: 'set-aside' | 'sent-back' | 'unmatched') =>
    putLineAway(desk.db, { lineId, to, note: 'interest', reach, accountId: desk.accountId, now: NOW })

  it('is set aside, taken up again, and noted as sent back', async () => {
    const line = await givenLine()
    expect(await put(line.id, 'set-aside')).toMatchObject({ ok: true })
    expect(await put(line.id, 'set-aside')).toMatchObject({ refusals: [{ code: 'line-closed' }] })
    expect(await put(line.id, 'unmatched')).toMatchObject({ ok: true })
    expect(await put(line.id, 'sent-back')).toMatchObject({ ok: true })
    expect(await stateOf(line.id)).toBe('sent-back')
    const audit = await desk.db.selectFrom('auditEntries').select('action').where('objectId', '=', line.id).execute()
    expect(audit.map(({ action }) => action)).toEqual([
      'statement-line.set-aside',
      'statement-line.unmatched',
      'statement-line.sent-back',
    ])
  })

  it('cannot be put away while it pays an order', async () => {
    const { code } = await desk.order()
    const line = await givenLine('125.00', code)
    expect(await put(line.id, 'set-aside')).toMatchObject({ refusals: [{ code: 'line-closed' }] })
  })
})

describe('what banks kept', () => {
  const take = (orderId: string) =>
    takeAsCharges(desk.db, { orderId, reason: 'SHA', reach, accountId: desk.accountId, now: NOW })

  it('is taken off the order by a line of its own, and its seats are confirmed', async () => {
    const { code, orderId } = await desk.order()
    await givenLine('115.00', code)
    expect(await take(orderId)).toMatchObject({ ok: true })
    expect(await balanceOf(desk.db, orderId)).toMatchObject({ lines: 11_500, due: 0 })
    expect(await desk.statesOf(orderId)).toEqual(['confirmed'])
    expect((await desk.entries()).map(({ kind, resolvedAt, note }) => [kind, resolvedAt, note])).toEqual([
      ['part-paid', NOW, 'SHA'],
    ])
    expect(await take(orderId)).toMatchObject({ refusals: [{ code: 'nothing-due' }] })
  })

  it('up to a tenth, or to what the statement says', async () => {
    const [small, stated, none] = [await desk.order(), await desk.order(), await desk.order()]
    await givenLine('100.00', small.code)
    await givenLine('100.00', stated.code, 'A', { charges: '25.00' })
    expect(await take(small.orderId)).toMatchObject({ refusals: [{ code: 'charges-too-much' }] })
    expect(await take(stated.orderId)).toMatchObject({ ok: true })
    expect(await take(none.orderId)).toMatchObject({ refusals: [{ code: 'charges-nothing-came' }] })
  })
})

describe('suggestions', () => {
  it('find an order by a code with one slip, by what is due, by the payer’s name; the likeliest first', async () => {
    const [slip, named] = [
      await desk.order({ people: 3 }),
      await desk.order({ people: 2, fullName: 'Guðrún Jónsdóttir' }),
    ]
    const wrong = slip.code.slice(0, -1) + (slip.code.endsWith('X') ? 'Y' : 'X')
    const line = await givenLine('250.00', `fee ${wrong}`, 'JONSDOTTIR GUDRUN')
    const found = await suggestOrders(desk.db, (await findLine(desk.db, { id: line.id, reach }))!, {
      reach,
      language: 'en',
    })
    expect(found.map(({ code, reasons }) => [code, reasons])).toEqual([
      [named.code, ['amount', 'name']],
      [slip.code, ['code']],
    ])
  })

  it('take the same number of queries for one order and for thirty', async () => {
    const line = (await findLine(desk.db, { id: (await givenLine()).id, reach }))!
    const counts: number[] = []
    for (const more of [1, 29]) {
      for (let at = 0; at < more; at++) await desk.order({ fullName: 'Somebody' })
      let queries = 0
      const counted = desk.db.withPlugin({
        transformQuery: ({ node }) => {
          queries++
          return node
        },
        transformResult: ({ result }) => Promise.resolve(result),
      })
      expect((await suggestOrders(counted, line, { reach, language: 'en' })).length).toBeGreaterThan(0)
      counts.push(queries)
    }
    expect(counts[0]).toBe(counts[1])
  })
})
