import type { Kysely } from 'kysely'
import { activeCertificate } from './own-certificate.server.ts'
import { readContent } from './write-certificates.server.ts'
import type { Database } from '#db/schema.ts'

/** Whether a seat's page leads to its certificate: once it is issued, or its person was asked to look at the name. */
export async function leadsToCertificate(
  db: Kysely<Database>,
  { registrationId, eventId }: { registrationId: string; eventId: string },
): Promise<boolean> {
  const [issued, rule] = await Promise.all([
    activeCertificate(db, registrationId),
    db.selectFrom('certificateRules').select('namesAskedAt').where('eventId', '=', eventId).executeTakeFirst(),
  ])
  return issued !== null || Boolean(rule?.namesAskedAt)
}

/** The certificates of whoever owns an address, newest first, each with what the key of its seat is made of. */
export async function listOwnCertificates(db: Kysely<Database>, { emailKey }: { emailKey: string }) {
  const rows = await db
    .selectFrom('certificates')
    .innerJoin('registrations', 'registrations.id', 'certificates.registrationId')
    .innerJoin('people', (join) =>
      join.onRef('people.id', '=', 'registrations.personId').onRef('people.id', '=', 'certificates.personId'),
    )
    .innerJoin('orders', 'orders.id', 'registrations.orderId')
    .select(['certificates.serial', 'certificates.content', 'registrations.id', 'registrations.personId'])
    .select(['registrations.code', 'orders.keyVersion'])
    .where('people.emailKey', '=', emailKey)
    .where('certificates.state', '=', 'issued')
    .where('certificates.erasedAt', 'is', null)
    .orderBy('certificates.issuedAt', 'desc')
    .orderBy('certificates.id')
    .limit(100)
    .execute()
  return rows.map(({ content, ...row }) => {
    const { event, issuedOn, language, mark } = readContent(content)
    return { ...row, event, issuedOn, language, mark }
  })
}
