import type { Kysely } from 'kysely'
import { loadImportFacts } from './import-facts.server.ts'
import { isCalendar } from './received-kind.ts'
import { type HeadProblem, readHead } from '../sheet/columns.ts'
import { SHEET_LIMITS } from '../sheet/sheet-limits.ts'
import { recordAudit } from '#app/audit/record.server.ts'
import { readCalendar } from '#app/calendar/read-calendar.ts'
import { type Unreadable, UnreadableCalendar } from '#app/calendar/reading/read-entry.ts'
import { eraseFile } from '#app/files/erase-file.server.ts'
import { type FileRefusal, LARGEST, megabytes } from '#app/files/file-rules.ts'
import { saveFile } from '#app/files/save-file.server.ts'
import { readSheet } from '#app/files/sheets/read-sheet.ts'
import { type SheetFault, UnreadableSheet } from '#app/files/sheets/unreadable-sheet.ts'
import type { Language } from '#app/locales/languages.ts'
import { translator } from '#app/locales/translate.ts'
import { countAttempt } from '#app/people/count-attempt.server.ts'
import { addMinutes, type Instant } from '#app/values/moment.ts'
import { type Refusal, refuse, Refused, type Result } from '#app/values/refusal.ts'
import type { Database } from '#db/schema.ts'
import { transact } from '#db/transact.ts'

export type ReceiveRefusal =
  | FileRefusal
  | Unreadable
  | SheetFault
  | HeadProblem['code']
  | 'unknown-event'
  | 'uploads-often'
  | 'busy'

/** A day for looking at the preview. */
const KEPT_MINUTES = 24 * 60
/** Of one event; the oldest goes when there is one more. */
const MOST_KEPT = 5
const LIMIT = { limit: 60, windowMinutes: 60 }

/**
 * Takes in a calendar file or a spreadsheet for the programme of an event, so that what it would do can be looked at. It changes nothing
 * yet. A file that cannot be read as a whole is refused and not kept.
 */
export async function receiveProgramme(
  db: Kysely<Database>,
  input: {
    eventId: string
    content: Uint8Array
    name: string
    accountId: string
    /** In which its columns are named where something is wrong with them. */
    language: Language
    now: Instant
  },
): Promise<Result<{ fileId: string }, ReceiveRefusal>> {
  const { eventId, content, name, accountId, language, now } = input
  const facts = await loadImportFacts(db, eventId)
  if (!facts) return refuse({ code: 'unknown-event' })
  if (!(await countAttempt(db, { bucket: `programme-imports:${accountId}`, ...LIMIT, now })))
    return refuse({ code: 'uploads-often', field: 'file' })
  const problem = await lookThrough(input, facts.event, language)
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

async function lookThrough(
  { content, name }: { content: Uint8Array; name: string },
  event: Parameters<typeof readCalendar>[1],
  language: Language,
): Promise<Refusal<ReceiveRefusal> | null> {
  if (content.byteLength === 0) return { code: 'file-empty' }
  const maximum = LARGEST.programme
  if (content.byteLength > maximum) return { code: 'file-too-large', details: { megabytes: megabytes(maximum) } }
  // What is pasted has no name and was to be a calendar.
  const isSheet = !isCalendar(content) && /\.(csv|txt|tsv|xlsx|xlsm|xls|ods)$/i.test(name)
  try {
    if (!isSheet) readCalendar(content, event)
    else return headProblem((await readSheet(content, SHEET_LIMITS)).rows[0]!, language)
    return null
  } catch (error) {
    if (error instanceof UnreadableSheet) {
      const { code, line, limit } = error
      return { code, details: { ...(line ? { line } : {}), ...(limit ? { limit } : {}) } }
    }
    if (!(error instanceof UnreadableCalendar)) throw error
    return { code: error.code, ...(error.line > 0 ? { details: { line: error.line } } : {}) }
  }
}

function headProblem(cells: string[], language: Language): Refusal<ReceiveRefusal> | null {
  const head = readHead(cells, translator(language))
  return 'code' in head ? { code: head.code, details: { columns: head.columns } } : null
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
