import type { Kysely } from 'kysely'
import { loadImportFacts } from './import-facts.server.ts'
import { recordAudit } from '#app/audit/record.server.ts'
import { readCalendar } from '#app/calendar/read-calendar.ts'
import { type Unreadable, UnreadableCalendar } from '#app/calendar/reading/read-entry.ts'
import { eraseFile } from '#app/files/erase-file.server.ts'
import { type FileRefusal, LARGEST, megabytes } from '#app/files/file-rules.ts'
import { saveFile } from '#app/files/save-file.server.ts'
import { countAttempt } from '#app/people/count-attempt.server.ts'
import { addMinutes, type Instant } from '#app/values/moment.ts'
import { type Refusal, refuse, Refused, type Result } from '#app/values/refusal.ts'
import type { Database } from '#db/schema.ts'
import { transact } from '#db/transact.ts'

export type ReceiveRefusal = FileRefusal | Unreadable | 'unknown-event' | 'uploads-often' | 'busy'

/** A day for looking at the preview. */
const KEPT_MINUTES = 24 * 60
/** Of one event; the oldest goes when there is one more. */
const MOST_KEPT = 5
const LIMIT = { limit: 60, windowMinutes: 60 }

/**
 * Takes in a calendar file for the programme of an event, so that what it would do can be looked at. It changes nothing
 * yet. A file that cannot be read as a whole is refused and not kept.
 */
export async function receiveProgramme(
  db: Kysely<Database>,
  input: { eventId: string; content: Uint8Array; name: string; accountId: string; now: Instant },
): Promise<Result<{ fileId: string }, ReceiveRefusal>> {
  const { eventId, content, name, accountId, now } = input
  const facts = await loadImportFacts(db, eventId)
  if (!facts) return refuse({ code: 'unknown-event' })
  if (!(await countAttempt(db, { bucket: `programme-imports:${accountId}`, ...LIMIT, now })))
    return refuse({ code: 'uploads-often', field: 'file' })
  const problem = lookThrough(content, facts.event)
  if (problem) return refuse({ ...problem, field: 'file' })
  return await transact<{ fileId: string }, ReceiveRefusal>(db, async (db) => {
    const eraseAt = addMinutes(now, KEPT_MINUTES)
    const saved = await saveFile(db, { content, name, purpose: 'programme', eventId, eraseAt, now })
    if (!saved.ok)
      throw new Refused<ReceiveRefusal>(
        ...saved.refusals.map(({ code, ...rest }) => ({
          ...rest,
          // What the calendar's reader lets pass and is no text is none.
          code: code === 'file-type' ? ('calendar-none' as const) : code,
          field: 'file',
        })),
      )
    const { id: fileId, byteCount, digest } = saved.value
    const actor = { kind: 'account', id: accountId } as const
    const after = { byteCount, digest }
    await recordAudit(db, now, [
      { actor, action: 'programme.received', objectKind: 'file', objectId: fileId, eventId, after },
    ])
    for (const old of await keptTooLong(db, eventId)) await eraseFile(db, { fileId: old, now, actor })
    return { fileId }
  })
}

function lookThrough(content: Uint8Array, event: Parameters<typeof readCalendar>[1]): Refusal<ReceiveRefusal> | null {
  if (content.byteLength === 0) return { code: 'file-empty' }
  const maximum = LARGEST.programme
  if (content.byteLength > maximum) return { code: 'file-too-large', details: { megabytes: megabytes(maximum) } }
  try {
    readCalendar(content, event)
    return null
  } catch (error) {
    if (!(error instanceof UnreadableCalendar)) throw error
    return { code: error.code, ...(error.line > 0 ? { details: { line: error.line } } : {}) }
  }
}

async function keptTooLong(db: Kysely<Database>, eventId: string): Promise<string[]> {
  const kept = await db
    .selectFrom('files')
    .select('id')
    .where('eventId', '=', eventId)
    .where('purpose', '=', 'programme')
    .where('erasedAt', 'is', null)
    .orderBy('createdAt', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return kept.slice(MOST_KEPT).map(({ id }) => id)
}
