import { type Kysely, sql } from 'kysely'
import { CERTIFICATES_FILE } from './certificate.ts'
import type { CertificatePrinter } from './certificate-printer.ts'
import { certificatePaper } from './certificate-sheet.ts'
import { readContent } from './write-certificates.server.ts'
import { existingPage } from '#app/participants/paging.ts'
import { TRACK_OF } from '#app/registrations/track-of.server.ts'
import type { Database } from '#db/schema.ts'

interface Scope {
  eventId: string
  trackIds: string[] | 'all'
}

/** How many certificates of an event, or of some of its tracks, there are to print. */
export async function countPrintable(db: Kysely<Database>, scope: Scope): Promise<number> {
  const { count } = await printable(db, scope)
    .select(sql<number>`count(*)`.as('count'))
    .executeTakeFirstOrThrow()
  return Number(count)
}

/**
 * One file of certificates, by number: a hundred at most, since the typesetter holds a file in memory until it is
 * whole. With how many there are in it; null when there is none to print.
 */
export async function printCertificates(
  db: Kysely<Database>,
  printer: CertificatePrinter,
  { baseUrl, part, ...scope }: Scope & { baseUrl: string; part: number },
): Promise<{ file: Uint8Array; count: number } | null> {
  const count = await countPrintable(db, scope)
  if (count === 0) return null
  const rows = await printable(db, scope)
    .select(['certificates.serial', 'certificates.content', 'certificates.signature'])
    .orderBy('certificates.number')
    .limit(CERTIFICATES_FILE)
    .offset((existingPage(part, count, CERTIFICATES_FILE) - 1) * CERTIFICATES_FILE)
    .execute()
  const certificates = rows.map(({ serial, content, signature }) =>
    certificatePaper(readContent(content), { serial, jws: signature, baseUrl }),
  )
  return { file: await printer.certificates({ certificates }), count: rows.length }
}

function printable(db: Kysely<Database>, { eventId, trackIds }: Scope) {
  return db
    .selectFrom('certificates')
    .innerJoin('registrations', 'registrations.id', 'certificates.registrationId')
    .innerJoin('ticketTypes', 'ticketTypes.id', 'registrations.ticketTypeId')
    .where('certificates.eventId', '=', eventId)
    .where('certificates.state', '=', 'issued')
    .where('certificates.erasedAt', 'is', null)
    .$if(trackIds !== 'all', (query) => query.where(TRACK_OF, 'in', [...(trackIds as string[]), '']))
}
