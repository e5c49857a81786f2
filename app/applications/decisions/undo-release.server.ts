import type { Kysely } from 'kysely'
import { lockCall } from './lock-call.server.ts'
import { endOffers } from '../offers/end-offer.server.ts'
import { type Actor, recordAudit } from '#app/audit/record.server.ts'
import { bumpContentVersion } from '#app/events/event-changed.server.ts'
import type { Instant } from '#app/values/moment.ts'
import { Refused, type Result } from '#app/values/refusal.ts'
import type { Database } from '#db/schema.ts'
import { transact } from '#db/transact.ts'

const MAILS = ['admission-offer', 'admission-reserve', 'admission-declined']

/** Applications of one question. */
const PART = 400

export type UndoRefusal = 'gone' | 'call-cancelled' | 'release-sent' | 'release-answered'

interface UndoRelease {
  callId: string
  releaseId: string
  now: Instant
  actor: Actor
}

/**
 * Takes a whole release back before its mails leave: the offers end, their seats and their money are free, no mail of
 * it is sent, and the decisions can be changed again. All of it or nothing.
 */
export async function undoRelease(
  db: Kysely<Database>,
  { callId, releaseId, now, actor }: UndoRelease,
): Promise<Result<number, UndoRefusal | 'busy'>> {
  return await transact<number, UndoRefusal>(db, async (db) => {
    const release = await db
      .selectFrom('decisionReleases as release')
      .innerJoin('calls', 'calls.id', 'release.callId')
      .select(['release.id', 'calls.eventId'])
      .where('release.id', '=', releaseId)
      .where('release.callId', '=', callId)
      .executeTakeFirst()
    if (!release) throw new Refused({ code: 'gone' })
    const undone = await db
      .updateTable('decisionReleases')
      .set({ state: 'undone', undoneBy: actor.id ?? null, undoneAt: now })
      .where('id', '=', releaseId)
      .where('state', '=', 'waiting')
      .where('sendAt', '>', now)
      .executeTakeFirst()
    if (undone.numUpdatedRows === 0n) throw new Refused({ code: 'release-sent' })
    await lockCall(db, callId)
    const decisions = await db
      .selectFrom('decisions')
      .select('applicationId')
      .where('releaseId', '=', releaseId)
      .execute()
    await withdrawMails(
      db,
      releaseId,
      decisions.map(({ applicationId }) => applicationId),
    )
    await withdrawOffers(db, { releaseId, now, actor })
    await db
      .updateTable('decisions')
      .set({ releaseId: null, releasedAt: null })
      .where('releaseId', '=', releaseId)
      .execute()
    const entry = { actor, objectKind: 'decision-release', objectId: releaseId, eventId: release.eventId }
    await recordAudit(db, now, [{ ...entry, action: 'decision-release.undone', after: { count: decisions.length } }])
    // From its moment on those who were awarded something would be named.
    await bumpContentVersion(db)
    return decisions.length
  })
}

/** @throws Refused `release-sent` when one of them is on its way. */
async function withdrawMails(db: Kysely<Database>, releaseId: string, applicationIds: string[]): Promise<void> {
  for (let from = 0; from < applicationIds.length; from += PART) {
    const part = applicationIds.slice(from, from + PART)
    await db
      .deleteFrom('messages')
      .where('template', 'in', MAILS)
      .where('subjectId', 'in', part)
      .where('occasion', '=', releaseId)
      .where('state', '=', 'waiting')
      .where('attempts', '=', 0)
      .execute()
    const left = await db
      .selectFrom('messages')
      .select('id')
      .where('template', 'in', MAILS)
      .where('subjectId', 'in', part)
      .where('occasion', '=', releaseId)
      .limit(1)
      .executeTakeFirst()
    if (left) throw new Refused({ code: 'release-sent' })
  }
}

/** @throws Refused `release-answered` when somebody answered. */
async function withdrawOffers(
  db: Kysely<Database>,
  { releaseId, now, actor }: Pick<UndoRelease, 'releaseId' | 'now' | 'actor'>,
): Promise<void> {
  const offers = await db
    .selectFrom('callOffers')
    .select(['callOffers.id', 'callOffers.state'])
    .innerJoin('decisions', 'decisions.applicationId', 'callOffers.applicationId')
    .where('callOffers.releaseId', '=', releaseId)
    .where('decisions.releaseId', '=', releaseId)
    .orderBy('callOffers.id')
    .execute()
  if (offers.some(({ state }) => state === 'accepted' || state === 'declined'))
    throw new Refused({ code: 'release-answered' })
  const open = offers.filter(({ state }) => state === 'open').map(({ id }) => id)
  const ended = await endOffers(db, { offerIds: open, to: 'withdrawn', now, actor })
  if (ended.length < open.length) throw new Refused({ code: 'release-answered' })
}
