import type { Kysely } from 'kysely'
import { balancesOf } from '../balance.server.ts'
import { moneyWithin } from '../finance/finance-queries.server.ts'
import { referencesIn } from '../reference.ts'
import type { Reach } from '#app/people/rights.ts'
import { emailKey, sortKey } from '#app/values/text.ts'
import type { Database } from '#db/schema.ts'

/** As many as one reads at a desk while somebody waits. */
export const DESK_MOST = 25

/**
 * The orders that somebody at a desk may mean: by the code of an order or a ticket, however it was typed or scanned, by
 * an e-mail address, or by the beginning of a name. Only of the events within reach; those with money due first.
 */
export async function findOrders(db: Kysely<Database>, { asked, reach }: { asked: string; reach: Reach }) {
  const [orderCodes, ticketCodes] = [codesIn(asked, 'P'), codesIn(asked, 'T')]
  const name = sortKey(asked)
  const address = emailKey(asked)
  if (name.length < 2 && orderCodes.length + ticketCodes.length === 0) return []
  const like = `${name.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`
  const rows = await moneyWithin(db, reach)
    .innerJoin('registrations', 'registrations.orderId', 'orders.id')
    .innerJoin('people', 'people.id', 'registrations.personId')
    .innerJoin('people as payer', 'payer.id', 'orders.personId')
    .select(['orders.id', 'orders.code', 'orders.eventId', 'payer.fullName', 'events.slug', 'orders.placedAt'])
    .distinct()
    .where((eb) =>
      eb.or([
        eb('orders.code', 'in', ['', ...orderCodes]),
        eb('registrations.code', 'in', ['', ...ticketCodes]),
        eb('people.emailKey', '=', address),
        ...(name.length < 2 ? [] : [eb('people.sortKey', 'like', like), eb('payer.sortKey', 'like', like)]),
      ]),
    )
    .orderBy('orders.placedAt', 'desc')
    .orderBy('orders.id')
    .limit(DESK_MOST)
    .execute()
  const balances = await balancesOf(
    db,
    rows.map(({ id }) => id),
  )
  return rows
    .map((row) => {
      const { due = 0, currency = null } = balances.get(row.id) ?? {}
      return { ...row, due, currency }
    })
    .toSorted((one, other) => Number(other.due > 0) - Number(one.due > 0))
}

/** Codes in what was typed, read from a ticket, or written on a transfer. */
function codesIn(asked: string, kind: 'P' | 'T'): string[] {
  const typed = asked.normalize('NFKC').toUpperCase()
  const bare = [...typed.matchAll(/(?<![A-Z0-9])([PT][A-Z0-9]{3})[ -]?([A-Z0-9]{4})(?![A-Z0-9])/g)]
  const codes = bare.map(([, first, second]) => `${first}-${second}`).filter((code) => code.startsWith(kind))
  const sure = referencesIn(asked).flatMap(({ orderCode, how }) => (how === 'checked' ? [orderCode] : []))
  return kind === 'P' ? [...codes, ...sure] : codes
}
