import type { Kysely } from 'kysely'
import type { Instant } from '#app/values/moment.ts'
import type { Database } from '#db/schema.ts'

/** The links of an event, newest first: one person's, or everybody's. */
export async function givenLinks(
  db: Kysely<Database>,
  { eventId, givenBy, now }: { eventId: string; givenBy: string | null; now: Instant },
) {
  const rows = await db
    .selectFrom('listLinks')
    .innerJoin('accounts', 'accounts.id', 'listLinks.accountId')
    .innerJoin('people', 'people.id', 'accounts.personId')
    .select(['listLinks.id', 'listLinks.format', 'listLinks.purpose', 'listLinks.note', 'listLinks.expiresAt'])
    .select(['listLinks.revokedAt', 'listLinks.uses'])
    .select(['people.fullName as giver', 'accounts.email as giverEmail', 'listLinks.createdAt'])
    .where('listLinks.eventId', '=', eventId)
    .$if(givenBy !== null, (query) => query.where('listLinks.accountId', '=', givenBy!))
    .orderBy('listLinks.createdAt', 'desc')
    .orderBy('listLinks.id', 'desc')
    .limit(MOST_SHOWN)
    .execute()
  return rows.map(({ giver, giverEmail, ...link }) => ({
    ...link,
    giver: giver || giverEmail,
    isOver: link.revokedAt !== null || link.expiresAt <= now,
  }))
}

/** Enough for every link in use and those of the last weeks. */
const MOST_SHOWN = 100

export type GivenLink = Awaited<ReturnType<typeof givenLinks>>[number]
