import { seedSampleCalls } from './seed-sample-calls.server.ts'
import { beginSeeding, finishSeeding } from '#app/events/seeding-mark.server.ts'
import { type Imported, importEvents } from '#app/events/import-events.server.ts'
import { saveSampleIssuers } from '#app/payments/issuers/save-sample-issuers.server.ts'
import { seedDemonstrationAccounts } from '#app/people/seed-demonstration-accounts.server.ts'
import { placeSampleSeats } from '#app/registrations/place-sample-seats.server.ts'
import { joinSampleWaiting } from '#app/waiting-list/join-sample-waiting.server.ts'
import type { Services } from '#app/services.server.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Result } from '#app/values/refusal.ts'

/**
 * Loads the demonstration catalogue in demonstration mode, into an empty database or where it was cut short. True when
 * it did. The records are read from disk only then.
 */
export async function seedDemonstrationIfEmpty(services: Services): Promise<boolean> {
  const { config, db, clock } = services
  if (config.mode !== 'demo' || !(await beginSeeding(db))) return false
  await seedDemonstration(services, clock.now())
  await finishSeeding(db)
  return true
}

/**
 * History, samples, their participants, the demonstration's accounts, what they teach and whom they choose. Twice is as
 * good as once.
 */
export async function seedDemonstration(
  { db, config }: Pick<Services, 'db' | 'config'>,
  now: Instant,
): Promise<Imported> {
  const { demonstrationDocuments, demonstrationSeats, demonstrationWaiting } = await import('#db/seeds/samples.ts')
  const { SAMPLE_ISSUERS } = await import('#db/seeds/samples/issuers.ts')
  const { seedSampleCourse } = await import('./seed-sample-course.server.ts')
  const { prepareSampleCourse } = await import('./prepare-sample-course.server.ts')
  const actor = { kind: 'system' as const }
  const imported = valueOf(await importEvents(db, { documents: demonstrationDocuments(now), now, actor }))
  valueOf(await saveSampleIssuers(db, { issuers: SAMPLE_ISSUERS, now }))
  valueOf(await placeSampleSeats(db, { seats: demonstrationSeats(now), now }))
  valueOf(await joinSampleWaiting(db, { waiting: demonstrationWaiting(), now }))
  valueOf(await seedDemonstrationAccounts(db, { now }))
  valueOf(await seedSampleCourse({ db, config }, now))
  valueOf(await prepareSampleCourse(db, now))
  valueOf(await seedSampleCalls(db, now))
  return imported
}

/** History alone, for an installation that goes into service. */
export async function seedHistory({ db }: Pick<Services, 'db'>, now: Instant): Promise<Imported> {
  const { historyDocuments } = await import('#db/seeds/history.ts')
  return valueOf(await importEvents(db, { documents: historyDocuments(), now, actor: { kind: 'system' } }))
}

/** What ships with Plenary is right or is a fault of Plenary, never the reader's. */
function valueOf<T>(result: Result<T>): T {
  if (result.ok) return result.value
  const reasons = result.refusals.map(({ code, field, details }) => `${field ?? code} ${details?.problem ?? ''}`)
  throw new Error(`The demonstration could not be loaded: ${reasons.join('; ')}`)
}
