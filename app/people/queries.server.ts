import type { Kysely } from 'kysely'
import { DEMONSTRATION_ACCOUNTS, type DemonstrationAccount } from './demonstration-accounts.ts'
import type { EventPlace, Reach } from './rights.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Database, EventStatus } from '#db/schema.ts'

/** The event that an address names, as far as rights depend on it. */
export async function eventPlace(
  db: Kysely<Database>,
  slug: string,
): Promise<(EventPlace & { slug: string; status: EventStatus }) | undefined> {
  return await db
    .selectFrom('events')
    .select(['id', 'slug', 'seriesId', 'status'])
    .where('slug', '=', slug)
    .executeTakeFirst()
}

/** The series within a reach, by their names in the reader's language, in the order of the site. */
export async function seriesWithin(db: Kysely<Database>, reach: Reach, language: string) {
  if (reach !== 'all' && reach.seriesIds.length === 0) return []
  const rows = await db
    .selectFrom('series')
    .innerJoin('seriesTexts', 'seriesTexts.seriesId', 'series.id')
    .select(['series.id', 'series.slug', 'series.mark', 'seriesTexts.language', 'seriesTexts.name'])
    .where('seriesTexts.language', 'in', [language, 'en'])
    .$if(reach !== 'all', (query) => query.where('series.id', 'in', (reach as { seriesIds: string[] }).seriesIds))
    .orderBy('series.position')
    .orderBy('series.id')
    .execute()
  const named = rows.filter(
    (row) => row.language === language || !rows.some((one) => one.id === row.id && one.language === language),
  )
  return named
}

/** Whether accounts exist that anybody may sign in to by a click. */
export async function hasDemonstrationAccounts(db: Kysely<Database>): Promise<boolean> {
  const found = await db
    .selectFrom('accounts')
    .select('id')
    .where('isDemonstration', '=', 1)
    .where('isDisabled', '=', 0)
    .limit(1)
    .executeTakeFirst()
  return found !== undefined
}

/** Whose address a sign-in link is for, while it can be used. */
export async function usableLink(
  db: Kysely<Database>,
  { linkId, now }: { linkId: string; now: Instant },
): Promise<{ email: string } | undefined> {
  return await db
    .selectFrom('signInLinks')
    .select('email')
    .where('id', '=', linkId)
    .where('usedAt', 'is', null)
    .where('expiresAt', '>', now)
    .executeTakeFirst()
}

/** Which of the demonstration's accounts stand ready. */
export async function readyDemonstrations(db: Kysely<Database>): Promise<DemonstrationAccount[]> {
  const rows = await db
    .selectFrom('accounts')
    .select('emailKey')
    .where('isDemonstration', '=', 1)
    .where('isDisabled', '=', 0)
    .execute()
  return DEMONSTRATION_ACCOUNTS.filter(({ email }) => rows.some(({ emailKey }) => emailKey === email))
}
