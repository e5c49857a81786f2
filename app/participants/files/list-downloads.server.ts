import type { Kysely } from 'kysely'
import { DOWNLOADS_PAGE } from './downloads-page.ts'
import type { Database } from '#db/schema.ts'

/** Who took a list of the event away, newest first, from one on; one more than a page where there are more. */
export async function listDownloads(
  db: Kysely<Database>,
  { eventId, before }: { eventId: string; before: string | null },
) {
  return await db
    .selectFrom('downloads')
    .leftJoin('accounts', 'accounts.id', 'downloads.accountId')
    .leftJoin('people', 'people.id', 'accounts.personId')
    .leftJoin('listLinks', 'listLinks.id', 'downloads.linkId')
    .select(['downloads.id', 'downloads.kind', 'downloads.rowCount', 'downloads.createdAt', 'downloads.purpose'])
    .select([
      'downloads.outcome',
      'downloads.query',
      'downloads.trackId',
      'people.fullName',
      'accounts.email',
      'listLinks.note as givenTo',
    ])
    .where('downloads.eventId', '=', eventId)
    .$if(before !== null, (query) => query.where('downloads.id', '<', before!))
    .orderBy('downloads.id', 'desc')
    .limit(DOWNLOADS_PAGE + 1)
    .execute()
}
