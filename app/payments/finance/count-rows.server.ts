import { type SelectQueryBuilder, sql } from 'kysely'

/** How many rows a query without columns means. */
export async function countRows<DB, TB extends keyof DB>(query: SelectQueryBuilder<DB, TB, object>): Promise<number> {
  const counted = await query
    .select(sql<number | string>`count(*)`.as('count'))
    .$castTo<{ count: number | string }>()
    .executeTakeFirstOrThrow()
  return Number(counted.count)
}
