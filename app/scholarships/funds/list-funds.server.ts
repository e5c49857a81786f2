import { type Kysely } from 'kysely'
import { readCondition } from './conditions.ts'
import type { Fund } from './fund.ts'
import type { Database } from '#db/schema.ts'

/** The funds of an event, in order. */
export async function listFunds(db: Kysely<Database>, eventId: string): Promise<Fund[]> {
  const funds = await db
    .selectFrom('funds')
    .selectAll()
    .where('eventId', '=', eventId)
    .orderBy('position')
    .orderBy('id')
    .execute()
  if (funds.length === 0) return []
  const ids = funds.map(({ id }) => id)
  const conditions = await db.selectFrom('fundConditions').selectAll().where('fundId', 'in', ids).execute()
  const sums = await db
    .selectFrom('awardShares as share')
    .innerJoin('awardComponents as component', 'component.id', 'share.componentId')
    .select(['share.fundId', 'component.state'])
    .select(({ fn }) => [
      fn.sum<number>('share.amountMinor').as('amountMinor'),
      fn.sum<number>('share.returnedMinor').as('returnedMinor'),
    ])
    .where('share.fundId', 'in', ids)
    .groupBy(['share.fundId', 'component.state'])
    .execute()
  return funds.map(({ eventId: _event, position: _position, createdAt: _created, updatedAt: _updated, ...fund }) => {
    const own = sums.filter(({ fundId }) => fundId === fund.id)
    return {
      ...fund,
      freeMinor: fund.budgetMinor - fund.offeredMinor - fund.committedMinor,
      proposedMinor: Number(own.find(({ state }) => state === 'proposed')?.amountMinor ?? 0),
      returnedMinor: own.reduce((sum, { returnedMinor }) => sum + Number(returnedMinor), 0),
      conditions: conditions.filter(({ fundId }) => fundId === fund.id).map(readCondition),
    }
  })
}
