import type { Kysely } from 'kysely'
import { holdApplication, type HoldRefusal } from './hold-application.server.ts'
import { tellChanged } from './tell-changed.server.ts'
import type { Actor } from '#app/audit/record.server.ts'
import type { Call } from '#app/applications/calls/call.ts'
import { STEP } from '#app/applications/form/form-steps.ts'
import type { Instant } from '#app/values/moment.ts'
import { Refused, type Result } from '#app/values/refusal.ts'
import { transact } from '#db/transact.ts'
import type { Database } from '#db/schema.ts'

export interface SaveWishes {
  applicationId: string
  call: Call
  /** The first wish first; what the call does not have or no longer takes wishes for, and repetitions, are left out. */
  choiceIds: string[]
  /** The wishes that the form was filled in over; null: whatever is there. */
  seen: string[] | null
  waives?: boolean
  now: Instant
  actor: Actor
}

/** Keeps what somebody applies for, in the order of their wishes. `stale`: another device wished otherwise meanwhile. */
export async function saveWishes(
  db: Kysely<Database>,
  { applicationId, call, choiceIds, seen, waives = false, now, actor }: SaveWishes,
): Promise<Result<void, HoldRefusal | 'stale' | 'busy'>> {
  return await transact<void, HoldRefusal | 'stale'>(db, async (db) => {
    const held = await holdApplication(db, { applicationId, waives, now })
    const rows = await db
      .selectFrom('applicationChoices')
      .select('choiceId')
      .where('applicationId', '=', applicationId)
      .orderBy('wish')
      .execute()
    const before = rows.map(({ choiceId }) => choiceId)
    const isTaken = (id: string) =>
      call.choices.some((choice) => choice.id === id && (!choice.isClosed || before.includes(id)))
    const wishes = [...new Set(choiceIds)].filter(isTaken).slice(0, Math.max(1, call.choicesMaximum))
    await db.updateTable('applications').set({ reached: STEP.wishes }).where('id', '=', applicationId).execute()
    if (String(before) === String(wishes)) return
    if (seen !== null && String(before) !== String(seen)) throw new Refused({ code: 'stale' as const })
    await writeWishes(db, applicationId, wishes)
    await tellChanged(db, { held, call, after: { choiceIds: wishes }, now, actor })
  })
}

/** Part of a transaction that holds the application. */
export async function writeWishes(db: Kysely<Database>, applicationId: string, choiceIds: string[]): Promise<void> {
  await db.deleteFrom('applicationChoices').where('applicationId', '=', applicationId).execute()
  const rows = choiceIds.map((choiceId, at) => ({ applicationId, wish: at + 1, choiceId }))
  if (rows.length > 0) await db.insertInto('applicationChoices').values(rows).execute()
}
