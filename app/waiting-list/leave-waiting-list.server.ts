import type { Kysely } from 'kysely'
import { closeOffer } from './close-offer.server.ts'
import { lockList } from './lock-list.server.ts'
import { moveEntry } from './move-entry.server.ts'
import { tellWaiting } from './tell-waiting.server.ts'
import type { Actor } from '#app/audit/record.server.ts'
import { bumpContentVersion } from '#app/events/event-changed.server.ts'
import type { Instant } from '#app/values/moment.ts'
import { Refused, type Result } from '#app/values/refusal.ts'
import { transact } from '#db/transact.ts'
import type { Database } from '#db/schema.ts'

/**
 * Ends a place in the queue, and with it an offer that is open: its seats go to the next. By the person, or by an
 * organizer (`isRemoved`), who has the person told. Ending what is over changes nothing; `offer-taken` when an order
 * was placed with the offer meanwhile.
 */
export async function leaveWaitingList(
  db: Kysely<Database>,
  input: { entryId: string; now: Instant; actor?: Actor; isRemoved?: boolean },
): Promise<Result<void, 'offer-taken' | 'busy'>> {
  const { entryId, now, actor = { kind: 'visitor' }, isRemoved = false } = input
  return await transact<void, 'offer-taken'>(db, async (db) => {
    const { eventId } = await db
      .selectFrom('waitingListEntries')
      .select('eventId')
      .where('id', '=', entryId)
      .executeTakeFirstOrThrow()
    await lockList(db, eventId)
    const offer = await db
      .selectFrom('offers')
      .select('id')
      .where('entryId', '=', entryId)
      .where('state', '=', 'open')
      .executeTakeFirst()
    if (offer && (await closeOffer(db, { offerId: offer.id, as: 'declined', actor, now })) === 'accepted')
      throw new Refused({ code: 'offer-taken' })
    const why = isRemoved ? 'removed' : 'left'
    const isLeft = await moveEntry(db, { entryId, from: 'waiting', to: 'withdrawn', actor, now, why })
    if (isRemoved && (isLeft || offer))
      await tellWaiting(db, { template: 'waiting-list-over', entryId, props: { why }, now })
    if (isLeft) await bumpContentVersion(db)
  })
}

/** The person does not want the seats that are held for them. What was over before stays as it was. */
export async function declineOffer(
  db: Kysely<Database>,
  { offerId, now, actor = { kind: 'visitor' } }: { offerId: string; now: Instant; actor?: Actor },
): Promise<Result<void, 'offer-taken' | 'busy'>> {
  return await transact<void, 'offer-taken'>(db, async (db) => {
    if ((await closeOffer(db, { offerId, as: 'declined', actor, now })) === 'accepted')
      throw new Refused({ code: 'offer-taken' })
  })
}
