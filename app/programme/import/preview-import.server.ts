import type { Kysely } from 'kysely'
import { loadImportFacts } from './import-facts.server.ts'
import type { ImportFacts, ImportPlan } from './import-plan.ts'
import { type ImportSite, loadOwnWords } from './own-words.server.ts'
import { planImport } from './plan-import.ts'
import { readCalendar } from '#app/calendar/read-calendar.ts'
import { type ReadCalendar, UnreadableCalendar } from '#app/calendar/reading/read-entry.ts'
import { isCalendar } from './received-kind.ts'
import { XLSX } from '#app/files/media-type.ts'
import { readFile } from '#app/files/read-file.server.ts'
import { readSheet } from '#app/files/sheets/read-sheet.ts'
import type { Sheet } from '#app/files/sheets/sheet.ts'
import { UnreadableSheet } from '#app/files/sheets/unreadable-sheet.ts'
import { planSheet } from '../sheet/plan-sheet.ts'
import { SHEET_LIMITS } from '../sheet/sheet-limits.ts'
import type { Database } from '#db/schema.ts'

/** What is received for a programme. */
const MEDIA_TYPES = ['text/calendar', 'text/csv', 'text/plain', XLSX]

/** A file that was received for the programme of this event, while it is kept; else null. */
export async function findProgrammeFile(db: Kysely<Database>, eventId: string, fileId: string) {
  const file = await readFile(db, fileId)
  return file?.eventId === eventId && MEDIA_TYPES.includes(file.mediaType) ? file : null
}

/** What importing the file would do now; null when it cannot be read (any more). */
export async function previewImport(
  db: Kysely<Database>,
  { eventId, content, site }: { eventId: string; content: Uint8Array; site: ImportSite },
): Promise<ImportPlan | null> {
  const facts = await loadImportFacts(db, eventId)
  const read = facts && (await readFor(facts, content))
  return read ? await planFor(db, facts, read, site) : null
}

/** A calendar, or a spreadsheet. */
export type ReadProgramme = ReadCalendar | Sheet

/** What is in a file, whichever it is; null when it is neither. */
export async function readFor({ event }: ImportFacts, content: Uint8Array): Promise<ReadProgramme | null> {
  try {
    return isCalendar(content) ? readCalendar(content, event) : await readSheet(content, SHEET_LIMITS)
  } catch (error) {
    if (error instanceof UnreadableCalendar || error instanceof UnreadableSheet) return null
    throw error
  }
}

export async function planFor(
  db: Kysely<Database>,
  facts: ImportFacts,
  read: ReadProgramme,
  site: ImportSite,
): Promise<ImportPlan | null> {
  if ('rows' in read) return planSheet(read, facts)
  const words = await loadOwnWords(db, read.entries, site)
  return planImport(read, facts, { uidDomain: site.uidDomain, words })
}
