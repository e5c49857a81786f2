import type { Kysely } from 'kysely'
import type { Database } from '#db/schema.ts'

/** The countries and languages that the applications of a call have, for the lists to choose from. */
export async function filterValues(db: Kysely<Database>, callId: string) {
  const [countries, languages] = await Promise.all([
    db.selectFrom('applications').select('residence').distinct().where('callId', '=', callId).execute(),
    db.selectFrom('applications').select('language').distinct().where('callId', '=', callId).execute(),
  ])
  return {
    countries: countries.flatMap(({ residence }) => residence ?? []),
    languages: languages.map(({ language }) => language),
  }
}
