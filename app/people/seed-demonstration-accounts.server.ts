import type { Kysely } from 'kysely'
import { DEMONSTRATION_ACCOUNTS, DEMONSTRATION_PLACE, type DemonstrationAccount } from './demonstration-accounts.ts'
import { grantRole } from './grant-role.server.ts'
import { openAccount } from './open-account.server.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Result } from '#app/values/refusal.ts'
import { transact } from '#db/transact.ts'
import type { Database } from '#db/schema.ts'

type Scope = { scope: 'installation' | 'series' | 'event'; scopeId?: string; trackId?: string }

/**
 * Makes the accounts of the demonstration with their roles, as far as the series and the workshop exist. Again and
 * again without effect, so that it can be called whenever the sample events may have come.
 */
export async function seedDemonstrationAccounts(
  db: Kysely<Database>,
  { now }: { now: Instant },
): Promise<Result<void, 'busy'>> {
  return await transact(db, async (db) => {
    const scopes = await findScopes(db, now)
    for (const account of DEMONSTRATION_ACCOUNTS) await seedAccount(db, account, scopes, now)
  })
}

async function seedAccount(
  db: Kysely<Database>,
  { email, fullName, role }: DemonstrationAccount,
  scopes: Record<string, Scope | undefined>,
  now: Instant,
): Promise<void> {
  const actor = { kind: 'system' as const }
  await openAccount(db, { email, fullName, language: 'en', isDemonstration: true, actor, now })
  const scope = role && scopes[role.at]
  if (scope) await grantRole(db, { email, language: 'en', role: role.role, ...scope, actor, now })
}

async function findScopes(db: Kysely<Database>, now: Instant): Promise<Record<string, Scope | undefined>> {
  const series = await db
    .selectFrom('series')
    .select('id')
    .where('slug', '=', DEMONSTRATION_PLACE.series)
    .executeTakeFirst()
  const track = await db
    .selectFrom('tracks')
    .innerJoin('events', 'events.id', 'tracks.eventId')
    .innerJoin('series', 'series.id', 'events.seriesId')
    .select(['tracks.id', 'tracks.eventId'])
    .where('series.slug', '=', DEMONSTRATION_PLACE.series)
    .where('tracks.code', '=', DEMONSTRATION_PLACE.track)
    .where('events.isSample', '=', 1)
    .where('events.endsAt', '>=', now)
    .orderBy('events.startsAt')
    .limit(1)
    .executeTakeFirst()
  return {
    installation: { scope: 'installation' },
    series: series && { scope: 'series', scopeId: series.id },
    track: track && { scope: 'event', scopeId: track.eventId, trackId: track.id },
  }
}
