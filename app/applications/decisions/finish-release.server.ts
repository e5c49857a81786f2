import type { Kysely } from 'kysely'
import { lockCall } from './lock-call.server.ts'
import { releasePart } from './release-part.server.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Database } from '#db/schema.ts'
import { transact } from '#db/transact.ts'

/** More parts than this have a fault; they are left for the next run. */
const TURNS = 400

interface FinishRelease {
  releaseId: string
  now: Instant
  /** What is not done by then is left for the job. */
  withinMilliseconds?: number
}

/** Works on a release until nothing of it is left, or its time is over. Returns how many decisions were released. */
export async function finishRelease(
  db: Kysely<Database>,
  { releaseId, now, withinMilliseconds = Infinity }: FinishRelease,
): Promise<{ released: number; left: number }> {
  const began = performance.now()
  for (let turn = 0; turn < TURNS && performance.now() - began < withinMilliseconds; turn++) {
    // A busy one is left for the job.
    const part = await transact(db, async (db) => {
      const release = await holdRelease(db, releaseId)
      if (!release) return 0
      await lockCall(db, release.callId)
      return await releasePart(db, { release, now })
    })
    if (!part.ok || part.value === 0) break
  }
  const release = await db.selectFrom('decisionReleases').select('count').where('id', '=', releaseId).executeTakeFirst()
  return { released: release?.count ?? 0, left: await leftOfRelease(db, releaseId) }
}

/** How many decisions a release has claimed and not released yet. */
export async function leftOfRelease(db: Kysely<Database>, releaseId: string): Promise<number> {
  const { count } = await db
    .selectFrom('decisions')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('releaseId', '=', releaseId)
    .where('releasedAt', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** Goes on with releases that a process left undone, and closes those whose mails leave. */
export async function finishReleases(db: Kysely<Database>, { now }: { now: Instant }): Promise<void> {
  const open = await db
    .selectFrom('decisionReleases as release')
    .select(['release.id', 'release.sendAt'])
    .select(({ exists, selectFrom }) =>
      exists(
        selectFrom('decisions')
          .select('decisions.applicationId')
          .whereRef('decisions.releaseId', '=', 'release.id')
          .where('decisions.releasedAt', 'is', null),
      ).as('isUnfinished'),
    )
    .where('release.state', '=', 'waiting')
    .execute()
  for (const { id, sendAt, isUnfinished } of open) {
    if (Number(isUnfinished) === 1) await finishRelease(db, { releaseId: id, now })
    else if (sendAt <= now)
      await db
        .updateTable('decisionReleases')
        .set({ state: 'sent' })
        .where('id', '=', id)
        .where('state', '=', 'waiting')
        .execute()
  }
}

/** Makes whoever undoes it wait; null when it was undone. */
async function holdRelease(db: Kysely<Database>, releaseId: string) {
  await db
    .updateTable('decisionReleases')
    .set((row) => ({ count: row.ref('count') }))
    .where('id', '=', releaseId)
    .execute()
  const release = await db
    .selectFrom('decisionReleases')
    .selectAll()
    .where('id', '=', releaseId)
    .where('state', '=', 'waiting')
    .executeTakeFirst()
  return release ?? null
}
