import type { Kysely } from 'kysely'
import { heldAnswers } from './held-answers.server.ts'
import { holdApplication, type HoldRefusal } from './hold-application.server.ts'
import { tellChanged } from './tell-changed.server.ts'
import { writeAnswers } from './write-answers.server.ts'
import type { Actor } from '#app/audit/record.server.ts'
import type { Call, CallQuestion } from '#app/applications/calls/call.ts'
import type { HeldAnswers } from '#app/applications/form/held-answers.ts'
import type { Instant } from '#app/values/moment.ts'
import { Refused, type Result } from '#app/values/refusal.ts'
import { seenOf } from '#app/values/seen.ts'
import { transact } from '#db/transact.ts'
import type { Database } from '#db/schema.ts'

export interface SaveSection {
  applicationId: string
  call: Call
  /** The code of the section, remembered as the one that was reached. */
  step: string
  /** The questions whose answers are replaced; those that were shown and can be judged. */
  questions: CallQuestion[]
  /** As typed: a draft keeps what is not right yet. */
  answers: HeldAnswers
  /** `seenAnswers` of what the form was filled in over; null: whatever is there. */
  seen: string | null
  waives?: boolean
  now: Instant
  actor: Actor
}

/** What a form of some questions was filled in over. */
export function seenAnswers(questions: CallQuestion[], answers: HeldAnswers): string {
  return seenOf(questions.map(({ code }) => [code, answers[code] ?? []]))
}

/**
 * Keeps a page of the form. `stale`: another device saved something else meanwhile, and nothing is kept, so that who
 * typed can look at both. Of an application that was sent already, its facts follow and the change is logged.
 */
export async function saveSection(
  db: Kysely<Database>,
  input: SaveSection,
): Promise<Result<void, HoldRefusal | 'stale' | 'busy'>> {
  const { applicationId, call, step, questions, answers, seen, waives = false, now, actor } = input
  return await transact<void, HoldRefusal | 'stale'>(db, async (db) => {
    const held = await holdApplication(db, { applicationId, waives, now })
    if (seen !== null) {
      const before = await heldAnswers(db, applicationId)
      const isSame = questions.every(({ code }) => String(before[code] ?? []) === String(answers[code] ?? []))
      if (!isSame && seenAnswers(questions, before) !== seen) throw new Refused({ code: 'stale' as const })
    }
    const changed = await writeAnswers(db, { applicationId, questions, answers, now, actor })
    await db.updateTable('applications').set({ reached: step }).where('id', '=', applicationId).execute()
    if (changed.length > 0) await tellChanged(db, { held, call, after: { questionIds: changed }, now, actor })
  })
}
