import type { Kysely } from 'kysely'
import type { Database, PaperKind } from '#db/schema.ts'

/**
 * The next number of an issuer's series, inside the transaction that writes the paper: the row is locked until that
 * ends, so a paper that is not written gives its number back and none is ever skipped.
 */
export async function nextNumber(
  db: Kysely<Database>,
  { issuerId, kind, year }: { issuerId: string; kind: PaperKind; year: number },
): Promise<number> {
  const series = { issuerId, kind, year }
  await db
    .insertInto('numberSeries')
    .ignore()
    .values({ ...series, last: 0 })
    .execute()
  const own = db.updateTable('numberSeries').set((row) => ({ last: row('last', '+', 1) }))
  await own.where('issuerId', '=', issuerId).where('kind', '=', kind).where('year', '=', year).execute()
  const { last } = await db
    .selectFrom('numberSeries')
    .select('last')
    .where('issuerId', '=', issuerId)
    .where('kind', '=', kind)
    .where('year', '=', year)
    .executeTakeFirstOrThrow()
  return last
}
