import type { Kysely } from 'kysely'
import type { PlannedChange, Telling } from './planned-change.ts'
import { previewChange } from './preview-change.server.ts'
import { callOffEvent } from '../call-off-event.server.ts'
import { lockEvent } from '#app/events/lock-event.server.ts'
import type { ChangeEventStatus } from '#app/events/publishing/publish-event.server.ts'
import { moveAndTell, postponeAndTell, reinstateAndTell } from '#app/registrations/telling/change-standing.server.ts'
import { Refused, type Result } from '#app/values/refusal.ts'
import type { Database } from '#db/schema.ts'
import { transact } from '#db/transact.ts'

export interface ApplyChange extends ChangeEventStatus {
  change: PlannedChange
  telling: Telling
  /** Of the preview that whoever does it has looked at. */
  seen: string
}

/**
 * Does what was previewed, with all that hangs on it, in one transaction. Refused as `preview-stale` when something has
 * become different since: nothing is sent that nobody has seen.
 */
export async function applyChange(
  db: Kysely<Database>,
  { change, telling, seen, ...input }: ApplyChange,
): Promise<Result<{ told: number }>> {
  return await transact<{ told: number }, string>(db, async (db) => {
    await lockEvent(db, input.eventId)
    const preview = await previewChange(db, { ...input, change, telling })
    if (preview.seen !== seen) throw new Refused({ code: 'preview-stale' })
    const done = await doChange(db, change, { ...input, ...telling })
    if (!done.ok) throw new Refused(...done.refusals)
    return { told: done.value.told }
  })
}

/** The change itself. */
export async function doChange(
  db: Kysely<Database>,
  change: PlannedChange,
  input: ChangeEventStatus & Telling,
): Promise<Result<{ told: number }>> {
  if (change.kind === 'move') return await moveAndTell(db, { ...input, form: change.form })
  if (change.kind === 'postpone') return await postponeAndTell(db, input)
  if (change.kind === 'reinstate') return await reinstateAndTell(db, input)
  return await callOffEvent(db, input)
}
