import type { Kysely } from 'kysely'
import { UNDO_MINUTES } from './decision.ts'
import { finishRelease } from './finish-release.server.ts'
import { lockCall } from './lock-call.server.ts'
import { answerTime } from '../offers/answer-time.ts'
import { isOffering, readOffering } from '../offers/offering.server.ts'
import { type Actor, recordAudit } from '#app/audit/record.server.ts'
import { bumpContentVersion } from '#app/events/event-changed.server.ts'
import { newId } from '#app/values/id.ts'
import { addMinutes, type Instant } from '#app/values/moment.ts'
import { Refused, type Result } from '#app/values/refusal.ts'
import type { Database } from '#db/schema.ts'
import { transact } from '#db/transact.ts'

export type ReleaseRefusal = 'gone' | 'call-cancelled' | 'call-not-deciding' | 'nothing-to-release' | 'offers-over'

export interface Released {
  releaseId: string
  sendAt: Instant
  /** How many decisions people will hear of. */
  released: number
  /** How many the job releases within seconds, because a request has no time for more. */
  left: number
  /** How many offers had no seat or no money left: they stay as they are, and say why. */
  behind: number
}

interface ReleaseDecisions {
  callId: string
  now: Instant
  actor: Actor
  withinMilliseconds?: number
}

/** So long somebody waits for a release at most. */
const REQUEST_MILLISECONDS = 3000

/**
 * Releases every decision of a call that was not released: the offers hold their seats and their money from now on, the
 * mails leave ten minutes later, and until then `undoRelease` takes all of it back. What is claimed for the release by
 * one update is worked on in parts for some seconds; what is left then, or by a process that dies, the job takes over
 * (`finishReleases`).
 */
export async function releaseDecisions(
  db: Kysely<Database>,
  { callId, now, actor, withinMilliseconds = REQUEST_MILLISECONDS }: ReleaseDecisions,
): Promise<Result<Released, ReleaseRefusal | 'busy'>> {
  const begun = await transact<{ releaseId: string; sendAt: Instant; count: number }, ReleaseRefusal>(db, (db) =>
    begin(db, { callId, now, actor }),
  )
  if (!begun.ok) return begun
  const { releaseId, sendAt, count } = begun.value
  const { released, left } = await finishRelease(db, { releaseId, now, withinMilliseconds })
  return { ok: true, value: { releaseId, sendAt, released, left, behind: count - released - left } }
}

async function begin(
  db: Kysely<Database>,
  { callId, now, actor }: { callId: string; now: Instant; actor: Actor },
): Promise<{ releaseId: string; sendAt: Instant; count: number }> {
  await lockCall(db, callId)
  const offering = (await readOffering(db, callId))!
  if (!isOffering(offering)) throw new Refused({ code: 'call-not-deciding' })
  const time = answerTime(offering, offering, now)
  const waiting = await db
    .selectFrom('decisions')
    .innerJoin('applications', 'applications.id', 'decisions.applicationId')
    .select('decisions.kind')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('decisions.callId', '=', callId)
    .where('decisions.releaseId', 'is', null)
    .where('applications.state', '=', 'submitted')
    .groupBy('decisions.kind')
    .execute()
  const count = waiting.reduce((sum, row) => sum + Number(row.count), 0)
  if (count === 0) throw new Refused({ code: 'nothing-to-release' })
  if (time === null && waiting.some(({ kind }) => kind === 'accept')) throw new Refused({ code: 'offers-over' })
  const releaseId = newId(now)
  const sendAt = addMinutes(now, UNDO_MINUTES)
  await db
    .insertInto('decisionReleases')
    .values({
      id: releaseId,
      callId,
      wave: time?.wave ?? 1,
      state: 'waiting',
      count: 0,
      sendAt,
      createdBy: actor.id ?? null,
      createdAt: now,
      undoneBy: null,
      undoneAt: null,
    })
    .execute()
  await db
    .updateTable('decisions')
    .set({ releaseId, refusal: '' })
    .where('callId', '=', callId)
    .where('releaseId', 'is', null)
    .where('applicationId', 'in', (row) =>
      row
        .selectFrom('applications')
        .select('applications.id')
        .where('applications.callId', '=', callId)
        .where('applications.state', '=', 'submitted'),
    )
    .execute()
  await recordAudit(db, now, [
    {
      actor,
      action: 'decision-release.begun',
      objectKind: 'decision-release',
      objectId: releaseId,
      eventId: offering.eventId,
      after: { callId, count, sendAt },
    },
  ])
  // From that moment on those who were awarded something are named.
  await bumpContentVersion(db)
  return { releaseId, sendAt, count }
}
