import type { Kysely } from 'kysely'
import type { Because } from '../composing/because.ts'
import type { Actor } from '#app/audit/record.server.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Database } from '#db/schema.ts'

export interface MemberRow {
  applicationId: string
  isIn: boolean
  choiceId: string | null
  packageId: string | null
  byHand: boolean
  reason: string
  because: Because[]
}

const AT_ONCE = 200

/** Puts these rows in the place of those that the cohort has of the same applications. In a transaction that holds it. */
export async function writeMembers(
  db: Kysely<Database>,
  { cohortId, rows, now, actor }: { cohortId: string; rows: readonly MemberRow[]; now: Instant; actor: Actor },
): Promise<void> {
  for (let at = 0; at < rows.length; at += AT_ONCE) {
    const some = rows.slice(at, at + AT_ONCE)
    const ids = some.map(({ applicationId }) => applicationId)
    await db.deleteFrom('cohortMembers').where('cohortId', '=', cohortId).where('applicationId', 'in', ids).execute()
    await db
      .insertInto('cohortMembers')
      .values(
        some.map(({ isIn, byHand, because, ...row }) => ({
          ...row,
          cohortId,
          isIn: isIn ? 1 : 0,
          byHand: byHand ? 1 : 0,
          because: because.length === 0 ? '' : JSON.stringify(because),
          changedBy: actor.id ?? null,
          changedAt: now,
        })),
      )
      .execute()
  }
}
