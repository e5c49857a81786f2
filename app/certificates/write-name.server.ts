import type { Kysely } from 'kysely'
import { nameOf, otherForm } from './name-of.ts'
import { type Actor, recordAudit } from '#app/audit/record.server.ts'
import type { Instant } from '#app/values/moment.ts'
import { Refused, type Result } from '#app/values/refusal.ts'
import { transact } from '#db/transact.ts'
import type { Database } from '#db/schema.ts'

interface WrittenName {
  registrationId: string
  eventId: string
  name: string
  latinName: string
  /** `updatedAt` of the name that the form was filled in over; '' where nobody had written one. */
  seen: string
  by: 'person' | 'organizer'
  /** Corrected until then; null: whenever. */
  until: Instant | null
  actor: Actor
  now: Instant
}

/**
 * Writes and agrees to the name as it is to stand on the certificate. What was issued already changes only when it is
 * issued anew. Refused: `certificate-names-over`, `stale`, `busy`.
 */
export async function writeName(
  db: Kysely<Database>,
  input: WrittenName,
): Promise<Result<null, 'certificate-names-over' | 'stale' | 'busy'>> {
  const { registrationId, eventId, by, until, now } = input
  return await transact(db, async (db) => {
    if (until !== null && now >= until) throw new Refused({ code: 'certificate-names-over' as const })
    const row = {
      name: input.name,
      latinName: otherForm(input.name, input.latinName),
      confirmedAt: now,
      confirmedBy: by,
      updatedAt: now,
    }
    await makeName(db, { registrationId, eventId })
    const { numUpdatedRows } = await db
      .updateTable('certificateNames')
      .set(row)
      .where('registrationId', '=', registrationId)
      .where('updatedAt', '=', input.seen)
      .executeTakeFirst()
    if (numUpdatedRows === 0n) throw new Refused({ code: 'stale' as const })
    await recordAudit(db, now, [
      {
        actor: input.actor,
        action: 'certificate.named',
        objectKind: 'registration',
        objectId: registrationId,
        eventId,
        after: { by },
      },
    ])
    return null
  })
}

/** The row of a name, as the person registered; '' is when it was last written. */
export async function makeName(
  db: Kysely<Database>,
  { registrationId, eventId }: { registrationId: string; eventId: string },
): Promise<void> {
  const known = await db
    .selectFrom('certificateNames')
    .select('registrationId')
    .where('registrationId', '=', registrationId)
    .executeTakeFirst()
  if (known) return
  const person = await db
    .selectFrom('registrations')
    .innerJoin('people', 'people.id', 'registrations.personId')
    .select(['people.fullName', 'people.latinName', 'people.certificateName'])
    .where('registrations.id', '=', registrationId)
    .executeTakeFirstOrThrow()
  await db
    .insertInto('certificateNames')
    .ignore()
    .values({
      registrationId,
      eventId,
      ...nameOf({ ...person, writtenName: null, writtenLatin: null, confirmedAt: null }),
      confirmedAt: null,
      confirmedBy: '',
      signedOffBy: null,
      signedOffAt: null,
      updatedAt: '',
    })
    .execute()
}
