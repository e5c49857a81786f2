import type { Kysely } from 'kysely'
import type { Database } from '#db/schema.ts'

/** What of a component was neither given back nor is paid or on its way. */
export async function leftOfComponent(db: Kysely<Database>, componentId: string): Promise<number> {
  const kept = await db
    .selectFrom('awardShares')
    .select(({ fn }) => [
      fn.sum<number>('amountMinor').as('amountMinor'),
      fn.sum<number>('returnedMinor').as('returned'),
    ])
    .where('componentId', '=', componentId)
    .executeTakeFirstOrThrow()
  const used = await db
    .selectFrom('payouts')
    .select(({ fn }) => fn.sum<number>('amountMinor').as('amountMinor'))
    .where('componentId', '=', componentId)
    .where('state', '<>', 'refused')
    .executeTakeFirstOrThrow()
  return Number(kept.amountMinor ?? 0) - Number(kept.returned ?? 0) - Number(used.amountMinor ?? 0)
}
