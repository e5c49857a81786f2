import type { Kysely } from 'kysely'
import { inLanguage } from '#app/values/in-language.ts'
import { seenOf } from '#app/values/seen.ts'
import type { Database } from '#db/schema.ts'

export interface VisaNote {
  country: string
  language: string
  note: string
}

/** The notes of an event for the countries that people come from: of each the one in the reader's language, or another. */
export async function visaNotesOf(
  db: Kysely<Database>,
  event: { id: string; language: string },
  language: string,
): Promise<(VisaNote & { languages: string[] })[]> {
  const rows = await db
    .selectFrom('eventVisaNotes')
    .select(['country', 'language', 'note'])
    .where('eventId', '=', event.id)
    .orderBy('country')
    .orderBy('language')
    .execute()
  return [...Map.groupBy(rows, ({ country }) => country).values()].map((notes) => ({
    ...inLanguage(notes, language, event.language)!,
    languages: notes.map((note) => note.language),
  }))
}

/** One country's notes, to be edited in one language: '' where there is none. */
export async function visaNoteToEdit(
  db: Kysely<Database>,
  { eventId, country, language }: { eventId: string; country: string; language: string },
) {
  const rows = await db
    .selectFrom('eventVisaNotes')
    .select(['language', 'note'])
    .where('eventId', '=', eventId)
    .where('country', '=', country)
    .orderBy('language')
    .execute()
  const note = rows.find((row) => row.language === language)?.note ?? ''
  return { country, language, note, seen: seenOf({ note }), languages: rows.map((row) => row.language) }
}
