import type { Kysely } from 'kysely'
import { closeGaps } from '../decisions/close-gaps.server.ts'
import { endOffers } from './end-offer.server.ts'
import type { Actor } from '#app/audit/record.server.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Database } from '#db/schema.ts'

/** Whose offers: of one application, of a call, or of an event. */
type Whose = { applicationId: string } | { callId: string } | { eventId: string }

/**
 * Ends every open offer of an application, a call or an event, and frees what they hold; who withdraws leaves the
 * reserve list as well. Nobody is told: the caller does. In the caller's transaction. Returns whose it ended.
 */
export async function endOffersOf(
  db: Kysely<Database>,
  { reason = '', now, actor, ...whose }: Whose & { reason?: string; now: Instant; actor: Actor },
): Promise<string[]> {
  const open = await db
    .selectFrom('callOffers')
    .select(['id', 'applicationId'])
    .where('state', '=', 'open')
    .$if('applicationId' in whose, (query) =>
      query.where('applicationId', '=', (whose as { applicationId: string }).applicationId),
    )
    .$if('callId' in whose, (query) => query.where('callId', '=', (whose as { callId: string }).callId))
    .$if('eventId' in whose, (query) => query.where('eventId', '=', (whose as { eventId: string }).eventId))
    .orderBy('id')
    .execute()
  const offerIds = open.map(({ id }) => id)
  const ended = new Set(await endOffers(db, { offerIds, to: 'withdrawn', reason, now, actor }))
  if ('applicationId' in whose) await leaveReserve(db, whose.applicationId)
  return open.filter(({ id }) => ended.has(id)).map(({ applicationId }) => applicationId)
}

/** Takes somebody off the reserve list, where they are on one; those behind move up. */
export async function leaveReserve(db: Kysely<Database>, applicationId: string): Promise<void> {
  const reserve = await db
    .selectFrom('decisions')
    .select(['callId', 'choiceId'])
    .where('applicationId', '=', applicationId)
    .where('place', 'is not', null)
    .executeTakeFirst()
  if (!reserve) return
  await db.updateTable('decisions').set({ place: null }).where('applicationId', '=', applicationId).execute()
  await closeGaps(db, { callId: reserve.callId, choiceIds: [reserve.choiceId ?? ''] })
}
