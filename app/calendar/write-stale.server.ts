import type { Kysely } from 'kysely'
import type { CalendarEntry } from './calendar-entry.ts'
import { type Kept, storeTexts } from './store-texts.server.ts'
import { writeEntry } from './write-calendar.ts'
import type { Language } from '#app/locales/languages.ts'
import { ownTurn } from '#app/values/own-turn.ts'
import type { Database } from '#db/schema.ts'

/** How many entries are written between two turns of the event loop: some ten milliseconds. */
const IN_A_TURN = 25

/** An entry without a kept text, or with one of another version; null for what no calendar can show. */
export interface Stale {
  id: string
  /** Of what the entry was made of; what has changed meanwhile has another, and is written again next time. */
  stamp: string
  entry: CalendarEntry | null
}

/** Writes texts and keeps them. */
export async function writeStale(
  db: Kysely<Database>,
  site: { uidDomain: string; language: Language },
  stale: Stale[],
  onFault: (error: unknown) => void,
): Promise<Kept[]> {
  const written: Kept[] = []
  for (const [at, { id, stamp, entry }] of stale.entries()) {
    if (at % IN_A_TURN === IN_A_TURN - 1) await ownTurn()
    try {
      const { text, zones } = entry ? writeEntry(entry, site.uidDomain) : { text: '', zones: [] }
      written.push({ ownerId: id, stamp, zones: zones.join(','), text })
    } catch (error) {
      // One entry that cannot be written must not take the others out of everybody's calendar.
      onFault(error)
    }
  }
  await storeTexts(db, site.language, written, onFault)
  return written
}
