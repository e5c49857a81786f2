import type { Kysely } from 'kysely'
import { grantRole } from './grant-role.server.ts'
import { openAccount } from './open-account.server.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Result } from '#app/values/refusal.ts'
import { transact } from '#db/transact.ts'
import type { Database } from '#db/schema.ts'

interface SampleInstructor {
  fullName: string
  email: string
  /** '' for the whole event. */
  trackId: string
}

/** Lets invented people teach a sample; again and again without effect. */
export async function seedSampleInstructors(
  db: Kysely<Database>,
  { eventId, instructors, now }: { eventId: string; instructors: SampleInstructor[]; now: Instant },
): Promise<Result<void, 'busy'>> {
  const actor = { kind: 'system' as const }
  const role = { role: 'instructor' as const, scope: 'event' as const, scopeId: eventId }
  return await transact(db, async (db) => {
    for (const { trackId, ...person } of instructors) {
      await openAccount(db, { ...person, language: 'en', actor, now })
      await grantRole(db, { email: person.email, language: 'en', ...role, trackId, actor, now })
    }
  })
}
