import type { Kysely } from 'kysely'
import { addressees } from './addressees.server.ts'
import { type CertificateFacts, certificateFacts, certificateLanguage } from './event-facts.server.ts'
import { listStandings, readStandings, type Standing } from './list-standings.server.ts'
import { type Issuer, keepKey, readContent, sealed } from './write-certificates.server.ts'
import { writeContent } from './write-content.server.ts'
import { recordAudit } from '#app/audit/record.server.ts'
import { enqueueMessages } from '#app/mail/enqueue.server.ts'
import type { Instant } from '#app/values/moment.ts'
import { accept, Refused, type Result } from '#app/values/refusal.ts'
import { transact } from '#db/transact.ts'
import type { Database } from '#db/schema.ts'

const CHUNK = 100

interface Reissue {
  eventId: string
  /** One seat; left out: everybody whose name was corrected since. */
  registrationId?: string
  reason: string
  accountId: string
  now: Instant
}

/**
 * Writes certificates anew under the numbers that they have: the name as it was corrected, and what else the event says
 * now. The earlier wording is kept. Refused: `gone`, `certificate-same`, `busy`.
 */
export async function reissueCertificates(
  db: Kysely<Database>,
  issuer: Issuer,
  { eventId, registrationId, reason, accountId, now }: Reissue,
): Promise<Result<{ reissued: number }, 'gone' | 'certificate-same' | 'busy'>> {
  const facts = await certificateFacts(db, eventId)
  const input = { facts, reason, accountId, now }
  const scope = { eventId, trackIds: 'all' as const, now }
  if (registrationId !== undefined) {
    const chunk = await listStandings(db, { ...scope, registrationIds: [registrationId] })
    const written = await transact<number, 'gone' | 'certificate-same'>(db, async (db) => {
      const count = await reissueSome(db, issuer, { ...input, chunk })
      if (chunk.length > 0 && count === 0) throw new Refused({ code: 'certificate-same' as const })
      return count
    })
    return written.ok ? accept({ reissued: written.value }) : written
  }
  let reissued = 0
  for await (const lot of readStandings(db, scope)) {
    const meant = lot.filter(({ standing }) => standing === 'changed')
    for (let from = 0; from < meant.length; from += CHUNK) {
      const chunk = meant.slice(from, from + CHUNK)
      const written = await transact<number, 'gone'>(db, (db) => reissueSome(db, issuer, { ...input, chunk }))
      if (!written.ok) return written
      reissued += written.value
    }
  }
  return accept({ reissued })
}

interface Some {
  facts: CertificateFacts
  chunk: Standing[]
  reason: string
  accountId: string
  now: Instant
}

/** Writes these anew and tells their people. Says how many were not the same already. */
async function reissueSome(db: Kysely<Database>, issuer: Issuer, { chunk, ...input }: Some): Promise<number> {
  const { facts, now } = input
  await keepKey(db, issuer, now)
  const written = []
  for (const person of chunk) {
    const certificate = await reissueOne(db, issuer, { ...input, person })
    if (certificate) written.push({ ...certificate, registrationId: person.registrationId })
  }
  const people = await addressees(
    db,
    written.map((one) => one.registrationId),
  )
  await enqueueMessages(
    db,
    written.flatMap(({ id, version, registrationId }) => {
      const recipient = people.get(registrationId)
      if (!recipient) return []
      const language = recipient.language ?? certificateLanguage(facts, null)
      const mail = { template: 'certificate-reissued' as const, subjectId: id, occasion: String(version) }
      return [{ ...mail, recipient, language, eventId: facts.id }]
    }),
    now,
  )
  return written.length
}

type One = Omit<Some, 'chunk'> & { person: Standing }

/** Null where it says the same already. */
async function reissueOne(
  db: Kysely<Database>,
  issuer: Issuer,
  { facts, person, reason, accountId, now }: One,
): Promise<{ id: string; version: number } | null> {
  const row = await db
    .selectFrom('certificates')
    .select(['id', 'serial', 'version', 'content', 'number'])
    .where('activeKey', '=', person.registrationId)
    .where('personId', '=', person.personId)
    .where('erasedAt', 'is', null)
    .executeTakeFirst()
  if (!row) throw new Refused({ code: 'gone' as const })
  const { issuedOn } = readContent(row.content)
  const certificate = writeContent(facts, person, { number: row.number, issuedOn })
  if (JSON.stringify(certificate) === row.content) return null
  const version = row.version + 1
  const written = sealed(issuer, { serial: row.serial, version, certificate })
  const { numUpdatedRows } = await db
    .updateTable('certificates')
    .set({ ...written, version })
    .where('id', '=', row.id)
    .where('version', '=', row.version)
    .where('state', '=', 'issued')
    .executeTakeFirst()
  // Somebody else wrote it anew meanwhile, from the same facts.
  if (numUpdatedRows === 0n) return null
  await db
    .insertInto('certificateVersions')
    .values({ certificateId: row.id, version, ...written, reason, issuedBy: accountId, issuedAt: now })
    .execute()
  await recordAudit(db, now, [
    {
      actor: { kind: 'account', id: accountId },
      action: 'certificate.reissued',
      objectKind: 'certificate',
      objectId: row.id,
      eventId: facts.id,
      before: { version: row.version },
      after: { version, serial: row.serial },
    },
  ])
  return { id: row.id, version }
}
