import type { Kysely } from 'kysely'
import { accountsWithin } from './issuers.server.ts'
import type { Reach } from '#app/people/rights.ts'
import { Refused } from '#app/values/refusal.ts'
import type { Database } from '#db/schema.ts'

/**
 * A line of a statement that somebody in finance may work on, with what of it is matched, locked until the end of the
 * transaction. Lock the orders that it goes to first.
 * @throws Refused `line-unknown` outside their reach.
 */
export async function lineWithin(db: Kysely<Database>, { lineId, reach }: { lineId: string; reach: Reach }) {
  const accounts = (await accountsWithin(db, reach)).map(({ id }) => id)
  await db
    .updateTable('statementLines')
    .set((eb) => ({ state: eb.ref('state') }))
    .where('id', '=', lineId)
    .execute()
  const line = await db
    .selectFrom('statementLines')
    .innerJoin('issuers', 'issuers.id', 'statementLines.issuerId')
    .selectAll('statementLines')
    .select('issuers.zone')
    .where('statementLines.id', '=', lineId)
    .executeTakeFirst()
  if (!line || !accounts.includes(line.issuerId)) throw new Refused<'line-unknown'>({ code: 'line-unknown' })
  const matches = await db.selectFrom('statementMatches').select('amountMinor').where('lineId', '=', lineId).execute()
  const matchedMinor = matches.reduce((sum, { amountMinor }) => sum + amountMinor, 0)
  return { ...line, matchedMinor, matchCount: matches.length }
}

/** Its state by what of it is matched. */
export function stateOfMatched(line: { amountMinor: number }, matchedMinor: number) {
  if (matchedMinor === 0) return 'unmatched' as const
  return matchedMinor === line.amountMinor ? ('matched' as const) : ('part-matched' as const)
}
