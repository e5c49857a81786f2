import type { Kysely } from 'kysely'
import { inLanguage } from '#app/values/in-language.ts'
import type { Database } from '#db/schema.ts'

/** More than anybody applies to. */
const AT_MOST = 50

/** The applications of an address, the newest first, with their calls' titles. */
export async function ownApplications(
  db: Kysely<Database>,
  { emailKey, language }: { emailKey: string; language: string },
) {
  const rows = await db
    .selectFrom('applications')
    .innerJoin('people', 'people.id', 'applications.personId')
    .innerJoin('calls', 'calls.id', 'applications.callId')
    .select(['applications.id', 'applications.code', 'applications.keyVersion', 'applications.state'])
    .select(['applications.callId', 'applications.savedAt', 'calls.slug'])
    .where('people.emailKey', '=', emailKey)
    .orderBy('applications.startedAt', 'desc')
    .orderBy('applications.id', 'desc')
    .limit(AT_MOST)
    .execute()
  if (rows.length === 0) return []
  const titles = await db
    .selectFrom('callTexts')
    .select(['callId', 'language', 'title'])
    .where(
      'callId',
      'in',
      rows.map(({ callId }) => callId),
    )
    .execute()
  return rows.map(({ callId, slug, ...row }) => {
    const text = inLanguage(
      titles.filter((one) => one.callId === callId),
      language,
    )
    return { ...row, title: text?.title ?? slug, titleLanguage: text?.language ?? 'en' }
  })
}
