import type { Kysely } from 'kysely'
import { loadImportFacts } from './import-facts.server.ts'
import type { ImportFacts, ImportPlan } from './import-plan.ts'
import { type ImportSite, loadOwnWords } from './own-words.server.ts'
import { planImport } from './plan-import.ts'
import { readCalendar } from '#app/calendar/read-calendar.ts'
import { type ReadCalendar, UnreadableCalendar } from '#app/calendar/reading/read-entry.ts'
import { readFile } from '#app/files/read-file.server.ts'
import type { Database } from '#db/schema.ts'

/** A file that was received for the programme of this event, while it is kept; else null. */
export async function findProgrammeFile(db: Kysely<Database>, eventId: string, fileId: string) {
  const file = await readFile(db, fileId)
  return file?.eventId === eventId && file.mediaType === 'text/calendar' ? file : null
}

/** What importing the file would do now; null when it cannot be read (any more). */
export async function previewImport(
  db: Kysely<Database>,
  { eventId, content, site }: { eventId: string; content: Uint8Array; site: ImportSite },
): Promise<ImportPlan | null> {
  const facts = await loadImportFacts(db, eventId)
  const read = facts && readFor(facts, content)
  return read ? await planFor(db, facts, read, site) : null
}

export function readFor({ event }: ImportFacts, content: Uint8Array): ReadCalendar | null {
  try {
    return readCalendar(content, event)
  } catch (error) {
    if (error instanceof UnreadableCalendar) return null
    throw error
  }
}

export async function planFor(
  db: Kysely<Database>,
  facts: ImportFacts,
  read: ReadCalendar,
  site: ImportSite,
): Promise<ImportPlan> {
  const words = await loadOwnWords(db, read.entries, site)
  return planImport(read, facts, { uidDomain: site.uidDomain, words })
}
