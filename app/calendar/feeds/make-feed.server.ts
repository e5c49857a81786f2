import type { Kysely } from 'kysely'
import { newFeedToken } from './feed-token.ts'
import { MOST_FEEDS } from './most-feeds.ts'
import { type Actor, recordAudit } from '#app/audit/record.server.ts'
import type { Language } from '#app/locales/languages.ts'
import { flag } from '#app/values/flag.ts'
import type { Instant } from '#app/values/moment.ts'
import { refuse, Refused, type Result } from '#app/values/refusal.ts'
import { hashOf } from '#app/values/secret.ts'
import { isDuplicate, transact } from '#db/transact.ts'
import type { Database } from '#db/schema.ts'

export interface NewFeed {
  id: string
  accountId: string
  name: string
  language: Language
  hasSessions: boolean
  hasDeadlines: boolean
  hasWork: boolean
}

/**
 * Makes a feed of one's own. The token is told once, here: only its hash is stored.
 * Refused: `too-many-feeds`, and `feed-made` when this form has made one already.
 */
export async function makeFeed(
  db: Kysely<Database>,
  { feed, now, actor }: { feed: NewFeed; now: Instant; actor: Actor },
): Promise<Result<{ token: string }, 'too-many-feeds' | 'feed-made' | 'busy'>> {
  const token = newFeedToken()
  try {
    return await transact<{ token: string }, 'too-many-feeds'>(db, async (db) => {
      await lockFeeds(db, feed.accountId)
      const living = await db
        .selectFrom('calendarFeeds')
        .select('id')
        .where('accountId', '=', feed.accountId)
        .where('revokedAt', 'is', null)
        .execute()
      if (living.length >= MOST_FEEDS) throw new Refused<'too-many-feeds'>({ code: 'too-many-feeds' })
      await insertFeed(db, feed, token, now)
      await recordAudit(db, now, [
        { actor, action: 'calendar-feed.made', objectKind: 'calendar-feed', objectId: feed.id },
      ])
      return { token }
    })
  } catch (error) {
    if (isDuplicate(error)) return refuse({ code: 'feed-made' as const })
    throw error
  }
}

/** Inside a transaction: nobody else makes or ends a feed of this account until its end. */
export async function lockFeeds(db: Kysely<Database>, accountId: string): Promise<void> {
  await db
    .updateTable('accounts')
    .set((eb) => ({ isDisabled: eb.ref('isDisabled') }))
    .where('id', '=', accountId)
    .execute()
}

/** Stores a feed; of its token the hash alone. */
export async function insertFeed(db: Kysely<Database>, feed: NewFeed, token: string, now: Instant): Promise<void> {
  await db
    .insertInto('calendarFeeds')
    .values({
      ...feed,
      tokenHash: hashOf(token),
      hasSessions: flag(feed.hasSessions),
      hasDeadlines: flag(feed.hasDeadlines),
      hasWork: flag(feed.hasWork),
      createdAt: now,
      revokedAt: null,
      replacedById: null,
      fetchedAt: null,
      client: null,
    })
    .execute()
}
