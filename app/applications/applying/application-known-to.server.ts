import type { Kysely } from 'kysely'
import { emailKey, fold } from '#app/values/text.ts'
import type { Database } from '#db/schema.ts'

/**
 * The application of a code, for somebody who also knows its applicant's name or address. Null otherwise, whether the
 * code is unknown or the name is wrong.
 */
export async function applicationKnownTo(
  db: Kysely<Database>,
  { code, known }: { code: string; known: string },
): Promise<{ id: string; eventId: string } | null> {
  const row = await db
    .selectFrom('applications')
    .innerJoin('people', 'people.id', 'applications.personId')
    .select(['applications.id', 'applications.eventId', 'people.fullName', 'people.emailKey'])
    .where('applications.code', '=', code)
    .executeTakeFirst()
  if (!row) return null
  const knows = row.emailKey === emailKey(known) || (row.fullName !== '' && fold(row.fullName) === fold(known))
  return knows ? { id: row.id, eventId: row.eventId } : null
}
