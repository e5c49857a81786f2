import type { Kysely } from 'kysely'
import type { Call } from '../calls/call.ts'
import type { SheetRow } from './batch-sheet.ts'
import { planBatch } from './plan-batch.server.ts'
import { saveReview } from './save-review.server.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Database } from '#db/schema.ts'

interface ApplyBatch {
  call: Pick<Call, 'id' | 'eventId' | 'criteria' | 'status'>
  accountId: string
  rows: SheetRow[]
  now: Instant
}

/** Saves the rows of a sheet that can be saved, each by itself and once: the same sheet again is without effect. */
export async function applyBatch(
  db: Kysely<Database>,
  { call, accountId, rows, now }: ApplyBatch,
): Promise<{ saved: number; refused: number }> {
  const planned = await planBatch(db, { call, accountId, rows })
  const wanted = planned.filter(({ is }) => is === 'save' || is === 'part')
  let saved = 0
  for (const { row } of wanted) {
    const { number, version, scores, privateComment, sharedComment, reason } = row
    const typed = { scores, privateComment, sharedComment, reason }
    const result = await saveReview(db, { call, number: number!, accountId, typed, version, now })
    if (result.ok) saved++
  }
  return { saved, refused: wanted.length - saved }
}
