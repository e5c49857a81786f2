import { type Kysely, sql } from 'kysely'
import { balancesOf } from '../balance.server.ts'
import { moneyWithin, withTitles } from '../finance/finance-queries.server.ts'
import { duePerOrder } from '../finance/order-sums.server.ts'
import { accountsOfHosts } from './issuers.server.ts'
import { nearCodes } from './near-codes.ts'
import type { Reach } from '#app/people/rights.ts'
import { sortKey } from '#app/values/text.ts'
import type { Database } from '#db/schema.ts'

/** Why an order may be the one. */
export type SuggestionReason = 'code' | 'amount' | 'name'

const AT_MOST = 8
const OF_EACH = 20

/** Words of a payer's name that say something: not “Ltd”, nor an initial; other scripts say more with fewer signs. */
const WORD = /^.{4,}$|^(?=.*[^\p{Script=Latin}]).{2,}$/u
const MOST_WORDS = 4

interface Line {
  amountMinor: number
  currency: string
  issuerId: string
  payer: string
  reference: string
  restMinor: number
}

/**
 * The orders that a line of a statement may be for, likeliest first: the code nearly right, the same amount due, the
 * payer's name like somebody's. Only orders whose money goes to the same account, within reach; a fixed number of
 * queries.
 */
export async function suggestOrders(
  db: Kysely<Database>,
  line: Line,
  { reach, language }: { reach: Reach; language: string },
) {
  const accountOf = await accountsOfHosts(db)
  const found = new Map<
    string,
    { id: string; eventId: string; code: string; fullName: string; reasons: SuggestionReason[] }
  >()
  const note = (reason: SuggestionReason, rows: Awaited<ReturnType<ReturnType<typeof candidates>['execute']>>) => {
    for (const { hostId, ...row } of rows) {
      if (accountOf(hostId) !== line.issuerId) continue
      const known = found.get(row.id) ?? { ...row, reasons: [] }
      found.set(row.id, { ...known, reasons: [...known.reasons, reason] })
    }
  }
  const inCurrency = () => candidates(db, reach).where('orders.currency', '=', line.currency).limit(OF_EACH)
  const codes = nearCodes(`${line.reference} ${line.payer}`)
  note(
    'code',
    await inCurrency()
      .where('orders.code', 'in', ['', ...codes])
      .execute(),
  )
  note(
    'amount',
    await inCurrency()
      .where(sql<boolean>`${duePerOrder} = ${line.restMinor}`)
      .execute(),
  )
  const words = sortKey(line.payer)
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => WORD.test(word))
    .slice(0, MOST_WORDS)
  if (words.length > 0)
    note(
      'name',
      await inCurrency()
        .where((eb) =>
          eb.or(
            words.flatMap((word) => [
              sql<boolean>`${sql.ref('people.sortKey')} like ${`%${word}%`}`,
              sql<boolean>`lower(${sql.ref('payers.organization')}) like ${`%${word}%`}`,
            ]),
          ),
        )
        .execute(),
    )
  const balances = await balancesOf(db, [...found.keys()])
  const rows = [...found.values()]
    .map((row) => ({ ...row, due: balances.get(row.id)?.due ?? 0, currency: line.currency }))
    .toSorted((one, other) => weight(other) - weight(one))
    .slice(0, AT_MOST)
  return await withTitles(db, rows, language)
}

function candidates(db: Kysely<Database>, reach: Reach) {
  return moneyWithin(db, reach)
    .innerJoin('people', 'people.id', 'orders.personId')
    .leftJoin('payers', 'payers.orderId', 'orders.id')
    .select(['orders.id', 'orders.code', 'orders.eventId', 'events.hostId', 'people.fullName'])
    .orderBy('orders.placedAt', 'desc')
    .orderBy('orders.id', 'desc')
}

/** Several reasons beat one; what is paid already is rarely meant. */
function weight({ reasons, due }: { reasons: SuggestionReason[]; due: number }): number {
  const weights: Record<SuggestionReason, number> = { code: 4, amount: 3, name: 2 }
  return reasons.reduce((sum, reason) => sum + weights[reason], due > 0 ? 1 : 0)
}
