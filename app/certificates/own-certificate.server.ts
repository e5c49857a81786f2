import type { Kysely } from 'kysely'
import { type CertificateFacts, certificateFacts } from './event-facts.server.ts'
import { nameOf } from './name-of.ts'
import { namesUntil, readRule } from './read-rule.server.ts'
import { readContent } from './write-certificates.server.ts'
import { writeContent } from './write-content.server.ts'
import { type Instant, wallClock } from '#app/values/moment.ts'
import type { Database } from '#db/schema.ts'

/** A seat's certificate as its person sees it: the one that was issued, or as it would be. */
export async function ownCertificate(
  db: Kysely<Database>,
  { registrationId, eventId, now }: { registrationId: string; eventId: string; now: Instant },
) {
  const [facts, rule, person, issued] = await Promise.all([
    certificateFacts(db, eventId),
    readRule(db, eventId),
    db
      .selectFrom('registrations')
      .innerJoin('people', 'people.id', 'registrations.personId')
      .innerJoin('ticketTypes', 'ticketTypes.id', 'registrations.ticketTypeId')
      .leftJoin('certificateNames as name', 'name.registrationId', 'registrations.id')
      .select(['people.fullName', 'people.latinName', 'people.certificateName', 'registrations.state'])
      .select(['registrations.trackId', 'ticketTypes.trackId as typeTrackId'])
      .select(['name.name as writtenName', 'name.latinName as writtenLatin', 'name.confirmedAt', 'name.confirmedBy'])
      .select(['name.updatedAt', 'people.erasedAt'])
      .where('registrations.id', '=', registrationId)
      .executeTakeFirstOrThrow(),
    activeCertificate(db, registrationId),
  ])
  const name = nameOf(person)
  return {
    ...name,
    confirmedAt: person.confirmedAt,
    confirmedBy: person.confirmedBy,
    seen: person.updatedAt ?? '',
    until: namesUntil(rule, facts),
    isConfirmed: person.state === 'confirmed' && person.erasedAt === null && person.fullName !== '',
    preview: previewOf(facts, { ...name, trackId: person.trackId ?? person.typeTrackId }, now),
    issued,
  }
}

/** As it would be if it were issued now. */
function previewOf(
  facts: CertificateFacts,
  bearer: { name: string; latinName: string | null; trackId: string | null },
  now: Instant,
) {
  return writeContent(facts, bearer, { number: 0, issuedOn: wallClock(now, facts.zone).day })
}

/** The certificate of the person on a seat; null for none, for another's from before, or one whose name was erased. */
export async function activeCertificate(db: Kysely<Database>, registrationId: string) {
  const row = await db
    .selectFrom('certificates')
    .innerJoin('registrations', (join) =>
      join
        .onRef('registrations.id', '=', 'certificates.activeKey')
        .onRef('registrations.personId', '=', 'certificates.personId'),
    )
    .select(['certificates.serial', 'certificates.version', 'certificates.content', 'certificates.signature'])
    .where('certificates.activeKey', '=', registrationId)
    .where('certificates.erasedAt', 'is', null)
    .executeTakeFirst()
  if (!row) return null
  const { content, ...certificate } = row
  return { ...certificate, content: readContent(content) }
}
