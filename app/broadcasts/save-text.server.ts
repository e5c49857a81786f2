import type { Kysely } from 'kysely'
import { type TextForm, type TextRefusal, textRefusals } from './broadcast-form.ts'
import { parseSegment, wordsFor } from './segment.ts'
import { type Actor, recordAudit } from '#app/audit/record.server.ts'
import type { Instant } from '#app/values/moment.ts'
import { Refused, type Result } from '#app/values/refusal.ts'
import type { BroadcastsTable, Database } from '#db/schema.ts'
import { transact } from '#db/transact.ts'

/** As long as nothing of it has been sent. */
const OPEN: BroadcastsTable['state'][] = ['draft', 'scheduled', 'paused']

export interface SaveText {
  eventId: string
  broadcastId: string
  form: TextForm
  now: Instant
  actor: Actor
}

/** Writes, changes or, when both fields are empty, removes the text in one language. */
export async function saveText(
  db: Kysely<Database>,
  { eventId, broadcastId, form, now, actor }: SaveText,
): Promise<Result<void, TextRefusal | 'gone' | 'broadcast-stale' | 'broadcast-sent' | 'busy'>> {
  return await transact<void, TextRefusal | 'gone' | 'broadcast-stale' | 'broadcast-sent'>(db, async (db) => {
    const known = await db
      .selectFrom('broadcasts')
      .innerJoin('events', 'events.id', 'broadcasts.eventId')
      .selectAll('broadcasts')
      .select('events.language as ofEvent')
      .where('broadcasts.id', '=', broadcastId)
      .where('broadcasts.eventId', '=', eventId)
      .executeTakeFirst()
    if (!known) throw new Refused({ code: 'gone' as const })
    const refusals = textRefusals(form, wordsFor(parseSegment(known.segment)))
    if (refusals.length > 0) throw new Refused(...refusals)
    const { language, subject, version } = form
    const changed = await db
      .updateTable('broadcasts')
      .set({
        version: version + 1,
        updatedAt: now,
        ...(subject !== '' && (language === known.ofEvent || known.name === '') ? { name: nameOf(subject) } : {}),
      })
      .where('id', '=', broadcastId)
      .where('version', '=', version)
      .where('startedAt', 'is', null)
      .where('state', 'in', OPEN)
      .executeTakeFirst()
    if (changed.numUpdatedRows === 0n)
      throw new Refused({ code: known.startedAt === null ? ('broadcast-stale' as const) : ('broadcast-sent' as const) })
    await writeText(db, broadcastId, form)
    await recordAudit(db, now, [
      {
        actor,
        action: 'broadcast.written',
        objectKind: 'broadcast',
        objectId: broadcastId,
        eventId,
        after: { language },
      },
    ])
  })
}

export async function writeText(
  db: Kysely<Database>,
  broadcastId: string,
  { language, subject, body }: Pick<TextForm, 'language' | 'subject' | 'body'>,
): Promise<void> {
  await db
    .deleteFrom('broadcastTexts')
    .where('broadcastId', '=', broadcastId)
    .where('language', '=', language)
    .execute()
  if (subject !== '') await db.insertInto('broadcastTexts').values({ broadcastId, language, subject, body }).execute()
}

/** What it is called in lists. */
export function nameOf(subject: string): string {
  return [...subject].slice(0, 120).join('')
}
