import type { Kysely } from 'kysely'
import { insertDraft } from '../create-broadcast.server.ts'
import { nameOf, writeText } from '../save-text.server.ts'
import type { TextRefusal } from '../broadcast-form.ts'
import { type TeachingForm, teachingRefusals } from './teaching-form.ts'
import { teachingSegment } from './teaching-segment.ts'
import { newId } from '#app/values/id.ts'
import type { Instant } from '#app/values/moment.ts'
import { Refused, type Result } from '#app/values/refusal.ts'
import type { Database } from '#db/schema.ts'
import { transact } from '#db/transact.ts'

export interface CreateTeachingMessage {
  eventId: string
  accountId: string
  /** What the writer teaches there: nobody else is ever written to. */
  trackIds: string[] | 'all'
  form: TeachingForm
  now: Instant
}

/** A draft of an instructor's mail to the participants of their tracks. */
export async function createTeachingMessage(
  db: Kysely<Database>,
  { eventId, accountId, trackIds, form, now }: CreateTeachingMessage,
): Promise<Result<{ id: string }, TextRefusal | 'teach-mail-track' | 'busy'>> {
  return await transact<{ id: string }, TextRefusal | 'teach-mail-track'>(db, async (db) => {
    const segment = teachingSegment(form.track, trackIds)
    if (!segment || !(await isTrackOf(db, eventId, form.track)))
      throw new Refused({ code: 'teach-mail-track' as const, field: 'track' })
    const refusals = teachingRefusals(form)
    if (refusals.length > 0) throw new Refused(...refusals)
    const id = newId(now)
    const actor = { kind: 'account', id: accountId } as const
    await insertDraft(db, { id, eventId, segment, name: nameOf(form.subject), now, actor })
    await db
      .updateTable('broadcasts')
      .set({ isOfInstructor: 1, repliesToAuthor: form.reply ? 1 : 0 })
      .where('id', '=', id)
      .execute()
    await writeText(db, id, form)
    return { id }
  })
}

async function isTrackOf(db: Kysely<Database>, eventId: string, trackId: string): Promise<boolean> {
  if (trackId === '') return true
  const found = await db
    .selectFrom('tracks')
    .select('id')
    .where('id', '=', trackId)
    .where('eventId', '=', eventId)
    .executeTakeFirst()
  return found !== undefined
}
