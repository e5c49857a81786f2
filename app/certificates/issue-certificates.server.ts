import { type Kysely, sql } from 'kysely'
import { certificateFacts, certificateLanguage, type CertificateFacts } from './event-facts.server.ts'
import { readStandings, type Standing } from './list-standings.server.ts'
import { addressees } from './addressees.server.ts'
import { makeRule } from './read-rule.server.ts'
import { type Issuer, keepKey, sealed } from './write-certificates.server.ts'
import { writeContent } from './write-content.server.ts'
import { recordAudit } from '#app/audit/record.server.ts'
import { lockEvent } from '#app/events/lock-event.server.ts'
import { enqueueMessages } from '#app/mail/enqueue.server.ts'
import { newCode } from '#app/values/code.ts'
import { newId } from '#app/values/id.ts'
import { type Instant, wallClock } from '#app/values/moment.ts'
import { accept, type Result } from '#app/values/refusal.ts'
import { transact } from '#db/transact.ts'
import type { Database } from '#db/schema.ts'

/** How many are written in one transaction: whoever waits for the event's row waits no longer than that. */
const CHUNK = 100

interface Issue {
  eventId: string
  accountId: string | null
  now: Instant
}

/**
 * Issues a certificate to everybody who gets one and has none. Pressing twice, two people pressing at once, and the job
 * that goes on after a dead process issue each once: a chunk is written under the event's lock, and only for those who
 * have none by then. Refused: `busy`; what was written before that stays and is gone on with.
 */
export async function issueCertificates(
  db: Kysely<Database>,
  issuer: Issuer,
  { eventId, accountId, now }: Issue,
): Promise<Result<{ issued: number }, 'busy'>> {
  const begun = await transact(db, async (db) => {
    await makeRule(db, eventId, now)
    await keepKey(db, issuer, now)
    await db
      .updateTable('certificateRules')
      .set({ issuingBy: accountId, issuingAt: now })
      .where('eventId', '=', eventId)
      .execute()
  })
  if (!begun.ok) return begun
  const facts = await certificateFacts(db, eventId)
  let issued = 0
  for await (const lot of readStandings(db, { eventId, trackIds: 'all', now })) {
    const due = lot.filter(({ standing }) => standing === 'gets')
    for (let from = 0; from < due.length; from += CHUNK) {
      const chunk = due.slice(from, from + CHUNK)
      const written = await transact(db, async (db) => await issueSome(db, issuer, { facts, chunk, accountId, now }))
      if (!written.ok) return written
      issued += written.value
    }
  }
  const ended = await transact(db, async (db) => {
    await db
      .updateTable('certificateRules')
      .set({ issuingBy: null, issuingAt: null })
      .where('eventId', '=', eventId)
      .where('issuingAt', '=', now)
      .execute()
  })
  return ended.ok ? accept({ issued }) : ended
}

interface Chunk {
  facts: CertificateFacts
  chunk: Standing[]
  accountId: string | null
  now: Instant
}

async function issueSome(db: Kysely<Database>, issuer: Issuer, { facts, chunk, accountId, now }: Chunk) {
  const eventId = facts.id
  await lockEvent(db, eventId)
  const ids = chunk.map(({ registrationId }) => registrationId)
  const held = await db.selectFrom('certificates').select('activeKey').where('activeKey', 'in', ids).execute()
  const having = new Set(held.map(({ activeKey }) => activeKey))
  const due = chunk.filter(({ registrationId }) => !having.has(registrationId))
  if (due.length === 0) return 0
  const { last } = await db
    .selectFrom('certificates')
    .select(sql<number | null>`max(number)`.as('last'))
    .where('eventId', '=', eventId)
    .executeTakeFirstOrThrow()
  const issuedOn = wallClock(now, facts.zone).day
  const rows = due.map((person, at) => {
    const number = Number(last ?? 0) + at + 1
    const serial = newCode('C')
    const certificate = writeContent(facts, person, { number, issuedOn })
    return {
      ...sealed(issuer, { serial, version: 1, certificate }),
      id: newId(now),
      serial,
      eventId,
      registrationId: person.registrationId,
      personId: person.personId,
      activeKey: person.registrationId,
      number,
      state: 'issued' as const,
      version: 1,
      issuedBy: accountId,
      issuedAt: now,
      revokedBy: null,
      revokedAt: null,
      reason: '',
      erasedAt: null,
    }
  })
  await db.insertInto('certificates').values(rows).execute()
  await db
    .insertInto('certificateVersions')
    .values(
      rows.map(({ id, content, signature, keyId }) => ({
        certificateId: id,
        version: 1,
        content,
        signature,
        keyId,
        reason: '',
        issuedBy: accountId,
        issuedAt: now,
      })),
    )
    .execute()
  await recordAudit(
    db,
    now,
    rows.map(({ id, serial, number, registrationId }) => ({
      actor: accountId === null ? { kind: 'system' } : { kind: 'account', id: accountId },
      action: 'certificate.issued',
      objectKind: 'certificate',
      objectId: id,
      eventId,
      after: { serial, number, registrationId },
    })),
  )
  const people = await addressees(db, ids)
  const messages = rows.flatMap(({ id, registrationId }) => {
    const person = people.get(registrationId)
    if (!person) return []
    const language = person.language ?? certificateLanguage(facts, null)
    return [{ template: 'certificate-issued' as const, subjectId: id, recipient: person, language, eventId }]
  })
  await enqueueMessages(db, messages, now)
  return rows.length
}
