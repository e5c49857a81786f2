import type { Kysely } from 'kysely'
import { closeOffer } from './close-offer.server.ts'
import { lockList } from './lock-list.server.ts'
import { moveEntry, type WhyOver } from './move-entry.server.ts'
import { tellWaiting } from './tell-waiting.server.ts'
import type { Actor } from '#app/audit/record.server.ts'
import { bumpContentVersion } from '#app/events/event-changed.server.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Database } from '#db/schema.ts'

/**
 * Ends every offer and every place in the queue of an event, with a mail to who still waited. Inside the transaction
 * that calls the event off, before it touches a quota.
 */
export async function endWaitingList(
  db: Kysely<Database>,
  { eventId, why, actor, now }: { eventId: string; why: WhyOver; actor: Actor; now: Instant },
): Promise<number> {
  await lockList(db, eventId)
  const offers = await db
    .selectFrom('offers')
    .select(['id', 'entryId'])
    .where('eventId', '=', eventId)
    .where('state', '=', 'open')
    .execute()
  for (const { id, entryId } of offers)
    if ((await closeOffer(db, { offerId: id, as: 'declined', actor, now })) === 'declined')
      await tellWaiting(db, { template: 'waiting-list-over', entryId, props: { why }, now })
  const entries = await db
    .selectFrom('waitingListEntries')
    .select('id')
    .where('eventId', '=', eventId)
    .where('state', '=', 'waiting')
    .orderBy('id')
    .execute()
  for (const { id: entryId } of entries) await endEntry(db, { entryId, why, actor, now })
  if (offers.length + entries.length > 0) await bumpContentVersion(db)
  return offers.length + entries.length
}

/** One place in the queue is over because of something that the person did not do. The list is locked by the caller. */
export async function endEntry(
  db: Kysely<Database>,
  { entryId, why, actor, now }: { entryId: string; why: WhyOver; actor: Actor; now: Instant },
): Promise<boolean> {
  const isEnded = await moveEntry(db, { entryId, from: 'waiting', to: 'expired', actor, now, why })
  // Who named a day after which they want nothing is not written to about it.
  if (isEnded && why !== 'date' && why !== 'erased')
    await tellWaiting(db, { template: 'waiting-list-over', entryId, props: { why }, now })
  return isEnded
}
