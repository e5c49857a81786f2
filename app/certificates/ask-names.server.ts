import type { Kysely } from 'kysely'
import { addressees } from './addressees.server.ts'
import { makeRule } from './read-rule.server.ts'
import { type Actor, recordAudit } from '#app/audit/record.server.ts'
import { enqueueMessages } from '#app/mail/enqueue.server.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Result } from '#app/values/refusal.ts'
import { transact } from '#db/transact.ts'
import type { Database } from '#db/schema.ts'

const CHUNK = 200

/**
 * Asks everybody with a seat who has not agreed to their name yet to look at it; nobody is asked twice.
 * Refused: `busy`; what was stored before that stays.
 */
export async function askNames(
  db: Kysely<Database>,
  { eventId, actor, now }: { eventId: string; actor: Actor; now: Instant },
): Promise<Result<{ asked: number }, 'busy'>> {
  const ids = await toAsk(db, eventId)
  for (let from = 0; from < ids.length; from += CHUNK) {
    const people = await addressees(db, ids.slice(from, from + CHUNK))
    const messages = [...people].map(([subjectId, { language, ...recipient }]) => {
      return { template: 'certificate-name' as const, subjectId, recipient, language: language ?? 'en', eventId }
    })
    const stored = await transact(db, async (db) => await enqueueMessages(db, messages, now))
    if (!stored.ok) return stored
  }
  return await transact(db, async (db) => {
    await makeRule(db, eventId, now)
    await db.updateTable('certificateRules').set({ namesAskedAt: now }).where('eventId', '=', eventId).execute()
    const after = { asked: ids.length }
    await recordAudit(db, now, [
      { actor, action: 'certificate.names-asked', objectKind: 'event', objectId: eventId, eventId, after },
    ])
    return after
  })
}

/** Seats whose person has not agreed to the name, and was not asked. */
async function toAsk(db: Kysely<Database>, eventId: string): Promise<string[]> {
  const asked = db
    .selectFrom('messages')
    .select('subjectId')
    .where('eventId', '=', eventId)
    .where('template', '=', 'certificate-name')
  const rows = await db
    .selectFrom('registrations')
    .innerJoin('people', 'people.id', 'registrations.personId')
    .leftJoin('certificateNames as name', 'name.registrationId', 'registrations.id')
    .select('registrations.id')
    .where('registrations.eventId', '=', eventId)
    .where('registrations.state', '=', 'confirmed')
    .where('registrations.mainRegistrationId', 'is', null)
    .where('people.fullName', '<>', '')
    .where('name.confirmedAt', 'is', null)
    .where('registrations.id', 'not in', asked)
    .orderBy('registrations.id')
    .execute()
  return rows.map(({ id }) => id)
}
