import type { Kysely } from 'kysely'
import { seenOf } from '#app/values/seen.ts'
import type { Database } from '#db/schema.ts'

/** The blocks of an event, those that stand first, with what is left of each and the campaigns that draw on it. */
export async function listBlocks(db: Kysely<Database>, eventId: string) {
  const [blocks, seats, campaigns] = await Promise.all([
    db
      .selectFrom('reservations')
      .selectAll()
      .where('eventId', '=', eventId)
      .where('kind', '=', 'block')
      .orderBy('id')
      .execute(),
    db
      .selectFrom('reservedSeats')
      .innerJoin('reservations', 'reservations.id', 'reservedSeats.reservationId')
      .innerJoin('quotas', 'quotas.id', 'reservedSeats.quotaId')
      .select(['reservationId', 'quotaId', 'reservedSeats.size', 'remaining', 'quotas.name'])
      .where('reservations.eventId', '=', eventId)
      .where('reservations.kind', '=', 'block')
      .orderBy('quotas.position')
      .execute(),
    db
      .selectFrom('voucherCampaigns')
      .select(['id', 'name', 'reservationId'])
      .where('eventId', '=', eventId)
      .where('reservationId', 'is not', null)
      .execute(),
  ])
  return blocks
    .map((block) => ({
      ...block,
      seats: seats.filter(({ reservationId }) => reservationId === block.id),
      campaigns: campaigns.filter(({ reservationId }) => reservationId === block.id),
    }))
    .toSorted((one, other) => Number(one.endedAt !== null) - Number(other.endedAt !== null))
}

export type Block = Awaited<ReturnType<typeof listBlocks>>[number]

/** What the form of a block was filled in over. */
export function seenOfBlock({
  name,
  untilAt,
  endedAt,
  seats,
}: Pick<Block, 'name' | 'untilAt' | 'endedAt' | 'seats'>): string {
  return seenOf([name, untilAt, endedAt, seats.map(({ quotaId, size }) => `${quotaId} ${size}`).toSorted()])
}
