import type { Kysely } from 'kysely'
import { isFeedToken } from './feed-token.ts'
import { hashOf, isSameSecret } from '#app/values/secret.ts'
import type { Database } from '#db/schema.ts'

const RECENTLY_ENDED = 20

/** One's feeds: those that live, the newest first, and the last that were ended and not renewed. */
export async function ownFeeds(db: Kysely<Database>, accountId: string) {
  const own = db
    .selectFrom('calendarFeeds')
    .select(['id', 'name', 'language', 'hasSessions', 'hasDeadlines', 'hasWork'])
    .select(['createdAt', 'revokedAt', 'fetchedAt', 'client'])
    .where('accountId', '=', accountId)
  const living = await own.where('revokedAt', 'is', null).orderBy('createdAt', 'desc').orderBy('id', 'desc').execute()
  const ended = await own
    .where('revokedAt', 'is not', null)
    .where('replacedById', 'is', null)
    .orderBy('revokedAt', 'desc')
    .orderBy('id', 'desc')
    .limit(RECENTLY_ENDED)
    .execute()
  return { living, ended }
}

export type OwnFeed = Awaited<ReturnType<typeof ownFeeds>>['living'][number]

/** A living feed of an account; undefined when it is over, or somebody else's. */
export async function ownFeed(db: Kysely<Database>, { accountId, feedId }: { accountId: string; feedId: string }) {
  return await db
    .selectFrom('calendarFeeds')
    .select(['id', 'name'])
    .where('id', '=', feedId)
    .where('accountId', '=', accountId)
    .where('revokedAt', 'is', null)
    .executeTakeFirst()
}

/** The feed that a token opens: null when there never was one, `gone` when it or its account was ended. */
export async function feedOfToken(
  db: Kysely<Database>,
  token: string,
  { mayDemonstrate }: { mayDemonstrate: boolean },
) {
  if (!isFeedToken(token)) return null
  const feed = await db
    .selectFrom('calendarFeeds')
    .innerJoin('accounts', 'accounts.id', 'calendarFeeds.accountId')
    .innerJoin('people', 'people.id', 'accounts.personId')
    .select(['calendarFeeds.id', 'calendarFeeds.accountId', 'calendarFeeds.name', 'calendarFeeds.language'])
    .select(['hasSessions', 'hasDeadlines', 'hasWork', 'revokedAt', 'fetchedAt', 'tokenHash'])
    .select(['accounts.emailKey', 'accounts.isDisabled', 'accounts.isDemonstration', 'people.erasedAt'])
    .where('tokenHash', '=', hashOf(token))
    .executeTakeFirst()
  if (!feed || !isSameSecret(hashOf(token), feed.tokenHash)) return null
  const isOver = feed.revokedAt !== null || feed.isDisabled === 1 || feed.erasedAt !== null
  return isOver || (feed.isDemonstration === 1 && !mayDemonstrate) ? 'gone' : feed
}
