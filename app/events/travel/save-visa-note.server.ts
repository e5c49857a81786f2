import type { Kysely } from 'kysely'
import { eventChanged } from '../event-changed.server.ts'
import { lockEvent } from '../lock-event.server.ts'
import type { VisaNoteForm } from './visa-note-form.ts'
import { visaNoteToEdit } from './visa-notes.server.ts'
import { type Actor, recordAudit } from '#app/audit/record.server.ts'
import type { Instant } from '#app/values/moment.ts'
import { Refused, type Result } from '#app/values/refusal.ts'
import type { Database } from '#db/schema.ts'
import { transact } from '#db/transact.ts'

/**
 * Saves what people of one country need to know, in one language; nothing written takes it away. Refused as
 * `offer-stale` when somebody else saved another note since the form was opened.
 */
export async function saveVisaNote(
  db: Kysely<Database>,
  { eventId, form, now, actor }: { eventId: string; form: VisaNoteForm; now: Instant; actor: Actor },
): Promise<Result<void, 'offer-stale' | 'busy'>> {
  const { country, textLanguage: language, note } = form
  return await transact<void, 'offer-stale'>(db, async (db) => {
    await lockEvent(db, eventId)
    const stored = await visaNoteToEdit(db, { eventId, country, language })
    if (stored.note === note) return
    if (stored.seen !== form.seen) throw new Refused({ code: 'offer-stale' as const })
    await db
      .deleteFrom('eventVisaNotes')
      .where('eventId', '=', eventId)
      .where('country', '=', country)
      .where('language', '=', language)
      .execute()
    if (note !== '') await db.insertInto('eventVisaNotes').values({ eventId, country, language, note }).execute()
    await recordAudit(db, now, [
      {
        actor,
        action: note === '' ? 'visa-note.removed' : stored.note === '' ? 'visa-note.added' : 'visa-note.changed',
        objectKind: 'event',
        objectId: eventId,
        eventId,
        after: { country, language },
      },
    ])
    await eventChanged(db, eventId, now)
  })
}
