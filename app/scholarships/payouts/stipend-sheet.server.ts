import type { Kysely } from 'kysely'
import { closedGate, type Gate } from './gates.ts'
import type { Database } from '#db/schema.ts'

export type StipendLine = Awaited<ReturnType<typeof stipendSheet>>[number]

/** Who gets a stipend at the desk of an event, what was paid and what is left of it, and what keeps it back. */
export async function stipendSheet(db: Kysely<Database>, eventId: string) {
  const rows = await db
    .selectFrom('awardComponents as component')
    .innerJoin('awards', 'awards.id', 'component.awardId')
    .innerJoin('applications', 'applications.id', 'awards.applicationId')
    .innerJoin('people', 'people.id', 'applications.personId')
    .select(['component.id', 'component.kind', 'component.awardId', 'awards.currency', 'awards.visa'])
    .select(['awards.ticketInHandAt', 'people.fullName', 'people.latinName'])
    .where('awards.eventId', '=', eventId)
    .where('awards.state', '=', 'accepted')
    .where('component.payout', '=', 'stipend')
    .where('component.state', '=', 'accepted')
    .orderBy('people.sortKey')
    .orderBy('component.id')
    .execute()
  if (rows.length === 0) return []
  const ids = rows.map(({ id }) => id)
  const shares = await db
    .selectFrom('awardShares')
    .select(({ fn }) => [
      'componentId',
      fn.sum<number>('amountMinor').as('amountMinor'),
      fn.sum<number>('returnedMinor').as('returnedMinor'),
    ])
    .where('componentId', 'in', ids)
    .groupBy('componentId')
    .execute()
  const paid = await db
    .selectFrom('payouts')
    .select(({ fn }) => ['componentId', fn.sum<number>('amountMinor').as('amountMinor')])
    .where('componentId', 'in', ids)
    .where('state', '<>', 'refused')
    .groupBy('componentId')
    .execute()
  return rows.map((row) => {
    const share = shares.find(({ componentId }) => componentId === row.id)
    const paidMinor = Number(paid.find(({ componentId }) => componentId === row.id)?.amountMinor ?? 0)
    const gate: Gate | null = closedGate({ kind: row.kind, way: 'stipend' }, row)
    const leftMinor = Number(share?.amountMinor ?? 0) - Number(share?.returnedMinor ?? 0) - paidMinor
    return { ...row, gate, paidMinor, leftMinor }
  })
}
