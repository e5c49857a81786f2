import type { Kysely } from 'kysely'
import type { TextRefusal } from '../broadcast-form.ts'
import { saveText } from '../save-text.server.ts'
import { type TeachingForm, teachingRefusals } from './teaching-form.ts'
import type { Instant } from '#app/values/moment.ts'
import { Refused, type Result } from '#app/values/refusal.ts'
import type { Database } from '#db/schema.ts'
import { transact } from '#db/transact.ts'

export interface SaveTeachingMessage {
  eventId: string
  broadcastId: string
  accountId: string
  form: TeachingForm
  now: Instant
}

export type SaveTeachingRefusal = TextRefusal | 'gone' | 'broadcast-stale' | 'broadcast-sent'

/** Changes what an instructor wrote, as long as it has not been sent; to whom it goes stays as it was chosen. */
export async function saveTeachingMessage(
  db: Kysely<Database>,
  { eventId, broadcastId, accountId, form, now }: SaveTeachingMessage,
): Promise<Result<void, SaveTeachingRefusal | 'busy'>> {
  return await transact<void, SaveTeachingRefusal>(db, async (db) => {
    const refusals = teachingRefusals(form)
    if (refusals.length > 0) throw new Refused(...refusals)
    const { language, subject, body, version } = form
    const text = { language, subject, body, version }
    const saved = await saveText(db, {
      eventId,
      broadcastId,
      form: text,
      now,
      actor: { kind: 'account', id: accountId },
    })
    if (!saved.ok) throw new Refused(...saved.refusals)
    // It is written in one language: another one chosen now takes the place of the first.
    await db
      .deleteFrom('broadcastTexts')
      .where('broadcastId', '=', broadcastId)
      .where('language', '<>', language)
      .execute()
    await db
      .updateTable('broadcasts')
      .set({ repliesToAuthor: form.reply ? 1 : 0 })
      .where('id', '=', broadcastId)
      .execute()
  })
}
