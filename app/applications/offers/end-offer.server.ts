import type { Kysely } from 'kysely'
import { type Actor, recordAudit } from '#app/audit/record.server.ts'
import { bumpContentVersion } from '#app/events/event-changed.server.ts'
import { endReservations } from '#app/registrations/seats/end-reservations.server.ts'
import { endAwards } from '#app/scholarships/awards/end-award.server.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Database } from '#db/schema.ts'

interface Ending {
  to: 'declined' | 'lapsed' | 'withdrawn'
  reason?: string
  now: Instant
  actor: Actor
}

/** Offers that end in one step. */
const PART = 200

/**
 * Ends an open offer and frees its seat and its money in the same transaction, the caller's. False when it was answered
 * or over before.
 */
export async function endOffer(
  db: Kysely<Database>,
  { offerId, ...ending }: Ending & { offerId: string },
): Promise<boolean> {
  return (await endOffers(db, { offerIds: [offerId], ...ending })).length === 1
}

/**
 * As above, of many at once: one update per quota and per fund for a part of them. They are held before they are looked
 * at, so that whoever answers at this moment was first or comes too late. Returns those that it ended.
 */
export async function endOffers(
  db: Kysely<Database>,
  { offerIds, ...ending }: Ending & { offerIds: string[] },
): Promise<string[]> {
  const ended: string[] = []
  for (let from = 0; from < offerIds.length; from += PART)
    ended.push(...(await endPart(db, offerIds.slice(from, from + PART), ending)))
  return ended
}

async function endPart(
  db: Kysely<Database>,
  offerIds: string[],
  { to, reason = '', now, actor }: Ending,
): Promise<string[]> {
  await db
    .updateTable('callOffers')
    .set((row) => ({ state: row.ref('state') }))
    .where('id', 'in', offerIds)
    .execute()
  const offers = await db
    .selectFrom('callOffers')
    .select(['id', 'reservationId', 'awardId', 'eventId'])
    .where('id', 'in', offerIds)
    .where('state', '=', 'open')
    .$if(to === 'lapsed', (query) => query.where('untilAt', '<=', now))
    .orderBy('id')
    .execute()
  if (offers.length === 0) return []
  const ids = offers.map(({ id }) => id)
  await db
    .updateTable('callOffers')
    .set({ state: to, activeKey: null, reason, answeredAt: to === 'declined' ? now : null, updatedAt: now })
    .where('id', 'in', ids)
    .where('state', '=', 'open')
    .execute()
  const reservationIds = offers.flatMap(({ reservationId }) => reservationId ?? [])
  await endReservations(db, { reservationIds, now, actor })
  if (reservationIds.length > 0) await bumpContentVersion(db)
  await endAwards(db, { awardIds: offers.flatMap(({ awardId }) => awardId ?? []), to, now, actor })
  await recordAudit(
    db,
    now,
    offers.map(({ id, eventId }) => ({
      actor,
      action: `call-offer.${to}`,
      objectKind: 'call-offer',
      objectId: id,
      eventId,
      before: { state: 'open' },
      after: { state: to },
    })),
  )
  return ids
}
