import type { Kysely } from 'kysely'
import type { PlaceOrder } from '../placing.ts'
import { sumDemand } from '../seats/seat-demand.ts'
import { type Actor, recordAudit } from '#app/audit/record.server.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Database } from '#db/schema.ts'

/** How many seats of a quota an order needs beyond what is free of it. */
export interface Excess {
  quotaId: string
  name: string
  seats: number
}

/** The quotas that an order does not fit into, as they stand now. Vouchers have no part in it. */
export async function overOf(
  db: Kysely<Database>,
  { eventId, people }: Pick<PlaceOrder, 'eventId' | 'people'>,
): Promise<Excess[]> {
  const typeIds = [...new Set(people.map(({ ticketTypeId }) => ticketTypeId))]
  const rows = await db
    .selectFrom('ticketTypeQuotas')
    .innerJoin('quotas', 'quotas.id', 'ticketTypeQuotas.quotaId')
    .select(['ticketTypeQuotas.ticketTypeId', 'quotas.id', 'quotas.name', 'quotas.size', 'overBy', 'taken'])
    .where('ticketTypeQuotas.ticketTypeId', 'in', [...typeIds, ''])
    .where('quotas.eventId', '=', eventId)
    .execute()
  const quotasOf = Map.groupBy(rows, ({ ticketTypeId }) => ticketTypeId)
  const demand = sumDemand(
    people.map(({ ticketTypeId }) => ({ quotaIds: (quotasOf.get(ticketTypeId) ?? []).map(({ id }) => id) })),
  )
  return [...demand].flatMap(([quotaId, wanted]) => {
    const { name, size, overBy, taken } = rows.find(({ id }) => id === quotaId)!
    const seats = taken + wanted - size - overBy
    return seats > 0 ? [{ quotaId, name, seats }] : []
  })
}

/** Lets quotas go over their size by so many seats, in the name of whoever agreed to it. Inside a transaction. */
export async function goOver(
  db: Kysely<Database>,
  { eventId, excess, now, actor }: { eventId: string; excess: Excess[]; now: Instant; actor: Actor },
): Promise<void> {
  for (const { quotaId, seats } of excess.toSorted((one, other) => (one.quotaId < other.quotaId ? -1 : 1)))
    await db
      .updateTable('quotas')
      .set((row) => ({ overBy: row('overBy', '+', seats) }))
      .where('id', '=', quotaId)
      .where('eventId', '=', eventId)
      .execute()
  await recordAudit(
    db,
    now,
    excess.map(({ quotaId, seats }) => ({
      actor,
      action: 'quota.went-over',
      objectKind: 'quota',
      objectId: quotaId,
      eventId,
      after: { by: seats },
    })),
  )
}
