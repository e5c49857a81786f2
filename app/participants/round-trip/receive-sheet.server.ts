import type { Kysely } from 'kysely'
import { givenRows, type HeadRefusal } from './given-rows.ts'
import { sheetWords } from './sheet-words.server.ts'
import { insertRows } from '../runs/chunk-rows.server.ts'
import { insertRun } from '../runs/create-run.server.ts'
import { MOST_ROWS, type Row } from '../runs/run-kinds.ts'
import { fileName } from '#app/files/file-name.ts'
import { LARGEST, megabytes } from '#app/files/file-rules.ts'
import { mediaTypeOf } from '#app/files/media-type.ts'
import { readSheet } from '#app/files/sheets/read-sheet.ts'
import type { Sheet } from '#app/files/sheets/sheet.ts'
import { type SheetFault, UnreadableSheet } from '#app/files/sheets/unreadable-sheet.ts'
import { newId } from '#app/values/id.ts'
import type { Instant } from '#app/values/moment.ts'
import { accept, refuse, type Refusal, type Result } from '#app/values/refusal.ts'
import type { Database } from '#db/schema.ts'
import { transact } from '#db/transact.ts'

export type SheetRefusal = SheetFault | HeadRefusal | 'file-too-large' | 'file-empty' | 'busy'

/** With as many questions as an event may ask. */
const MOST_COLUMNS = 200
const AT_ONCE = 300

/** What a row of the table takes. */
const LONGEST_ROW = 60_000

/**
 * Takes in a sheet that was edited: it is read whole, or refused whole. The file itself is not kept; its rows are those
 * of a run, which the job looks at, and nothing is changed before somebody says so.
 */
export async function receiveSheet(
  db: Kysely<Database>,
  input: {
    eventId: string
    content: Uint8Array
    name: string
    accountId: string
    now: Instant
  },
): Promise<Result<{ runId: string }, SheetRefusal>> {
  const { eventId, content, name, accountId, now } = input
  const inField = (refusal: Refusal<SheetRefusal>) => refuse({ ...refusal, field: 'file' })
  if (content.byteLength === 0) return inField({ code: 'file-empty' })
  if (content.byteLength > LARGEST.import)
    return inField({ code: 'file-too-large', details: { megabytes: megabytes(LARGEST.import) } })
  const sheet = await read(content)
  if ('code' in sheet) return inField(sheet)
  const { questions } = await sheetWords(db, eventId)
  const given = givenRows(sheet, questions)
  if (!given.ok) return inField(given.refusal)
  if (given.rows.length === 0) return inField({ code: 'sheet-empty' })
  const runId = newId(now)
  const kept = fileName(name, mediaTypeOf(content) ?? 'text/csv')
  const props = { kind: 'import' as const, name: kept, columns: given.columns }
  const begun = await transact(db, async (db) => await insertRun(db, { runId, eventId, props, accountId, now }))
  if (!begun.ok) return begun
  const rows = given.rows.map(({ position, given: after, problem }): Row => {
    const isLong = Buffer.byteLength(JSON.stringify(after)) > LONGEST_ROW
    const why = isLong ? 'run.problem.tooLong' : problem
    const isRefused = why !== ''
    return {
      position,
      subjectId: null,
      state: isRefused ? 'refused' : 'waiting',
      before: {},
      after: isRefused ? {} : after,
      problem: why,
    }
  })
  for (let at = 0; at < rows.length; at += AT_ONCE) {
    const part = rows.slice(at, at + AT_ONCE)
    const written = await transact(db, async (db) => await insertRows(db, runId, part))
    if (!written.ok) return written
  }
  // Now it is whole: until here the job leaves it alone.
  await db
    .updateTable('runs')
    .set({ total: rows.at(-1)!.position, refused: rows.filter(({ state }) => state === 'refused').length })
    .where('id', '=', runId)
    .execute()
  return accept({ runId })
}

async function read(content: Uint8Array): Promise<Sheet | Refusal<SheetFault>> {
  try {
    return await readSheet(content, { rows: MOST_ROWS + 1, columns: MOST_COLUMNS })
  } catch (error) {
    if (!(error instanceof UnreadableSheet)) throw error
    const { code, line, limit } = error
    return { code, details: { ...(line === undefined ? {} : { line }), ...(limit === undefined ? {} : { limit }) } }
  }
}
