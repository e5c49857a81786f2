import type { Kysely } from 'kysely'
import { newFeedToken } from './feed-token.ts'
import { insertFeed, lockFeeds } from './make-feed.server.ts'
import { type Actor, recordAudit } from '#app/audit/record.server.ts'
import { languageOf } from '#app/locales/languages.ts'
import { newId } from '#app/values/id.ts'
import type { Instant } from '#app/values/moment.ts'
import { Refused, type Result } from '#app/values/refusal.ts'
import { transact } from '#db/transact.ts'
import type { Database } from '#db/schema.ts'

interface EndFeed {
  accountId: string
  feedId: string
  now: Instant
  actor: Actor
}

/** Ends a feed: its address answers as gone from now on. Refused: `feed-ended` when it is over, or nobody's of theirs. */
export async function revokeFeed(
  db: Kysely<Database>,
  { accountId, feedId, now, actor }: EndFeed,
): Promise<Result<void, 'feed-ended' | 'busy'>> {
  return await transact<void, 'feed-ended'>(db, async (db) => {
    await lockFeeds(db, accountId)
    await end(db, { accountId, feedId, now, replacedById: null })
    await recordAudit(db, now, [
      { actor, action: 'calendar-feed.revoked', objectKind: 'calendar-feed', objectId: feedId },
    ])
  })
}

/**
 * Gives a feed another address, told once, here; the former one answers as gone at once.
 * Refused: `feed-ended` when it is over, or nobody's of theirs.
 */
export async function renewFeed(
  db: Kysely<Database>,
  { accountId, feedId, now, actor }: EndFeed,
): Promise<Result<{ name: string; token: string }, 'feed-ended' | 'busy'>> {
  const token = newFeedToken()
  return await transact<{ name: string; token: string }, 'feed-ended'>(db, async (db) => {
    await lockFeeds(db, accountId)
    const id = newId(now)
    const { name, language, ...feed } = await end(db, { accountId, feedId, now, replacedById: id })
    const has = {
      hasSessions: feed.hasSessions === 1,
      hasDeadlines: feed.hasDeadlines === 1,
      hasWork: feed.hasWork === 1,
    }
    await insertFeed(db, { id, accountId, name, language: languageOf(language), ...has }, token, now)
    await recordAudit(db, now, [
      {
        actor,
        action: 'calendar-feed.renewed',
        objectKind: 'calendar-feed',
        objectId: feedId,
        after: { replacedById: id },
      },
      { actor, action: 'calendar-feed.made', objectKind: 'calendar-feed', objectId: id },
    ])
    return { name, token }
  })
}

async function end(
  db: Kysely<Database>,
  { accountId, feedId, now, replacedById }: Omit<EndFeed, 'actor'> & { replacedById: string | null },
) {
  const feed = await db
    .selectFrom('calendarFeeds')
    .selectAll()
    .where('id', '=', feedId)
    .where('accountId', '=', accountId)
    .where('revokedAt', 'is', null)
    .executeTakeFirst()
  if (!feed) throw new Refused<'feed-ended'>({ code: 'feed-ended' })
  await db.updateTable('calendarFeeds').set({ revokedAt: now, replacedById }).where('id', '=', feedId).execute()
  return feed
}

/** When somebody is erased: their feeds are ended, and nothing tells what they were called. */
export async function forgetFeeds(db: Kysely<Database>, accountId: string, now: Instant): Promise<void> {
  const own = db.updateTable('calendarFeeds').where('accountId', '=', accountId)
  await own.set({ name: '', client: null, fetchedAt: null }).execute()
  await own.set({ revokedAt: now }).where('revokedAt', 'is', null).execute()
}
