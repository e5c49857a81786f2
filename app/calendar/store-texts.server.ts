import type { Insertable, Kysely } from 'kysely'
import type { Language } from '#app/locales/languages.ts'
import type { CalendarTextsTable, Database } from '#db/schema.ts'

export type Kept = Omit<Insertable<CalendarTextsTable>, 'variant'>

/** MySQL's `text` ends at 65,535 bytes; what is longer is written each time. */
const LONGEST_TEXT = 60_000
const AT_ONCE = { rows: 200, letters: 500_000 }

/**
 * Keeps texts in the place of those of the same owner and language, so that there is never more than one. Nobody's
 * calendar waits for this to succeed: what could not be kept is written again next time.
 */
export async function storeTexts(
  db: Kysely<Database>,
  variant: Language,
  texts: Kept[],
  onFault: (error: unknown) => void,
): Promise<void> {
  // In one order, so that two who store the same wait for each other and do not lock each other out.
  const short = texts
    .filter(({ text }) => Buffer.byteLength(text) <= LONGEST_TEXT)
    .toSorted((one, other) => (one.ownerId < other.ownerId ? -1 : 1))
  try {
    // REPLACE means the same to both databases.
    for (const some of batches(short))
      await db
        .replaceInto('calendarTexts')
        .values(some.map((text) => ({ ...text, variant })))
        .execute()
  } catch (error) {
    onFault(error)
  }
}

function batches(texts: Kept[]): Kept[][] {
  const found: Kept[][] = []
  let letters = Number.POSITIVE_INFINITY
  for (const text of texts) {
    letters += text.text.length
    if (letters > AT_ONCE.letters || found.at(-1)!.length === AT_ONCE.rows) {
      found.push([])
      letters = text.text.length
    }
    found.at(-1)!.push(text)
  }
  return found
}
