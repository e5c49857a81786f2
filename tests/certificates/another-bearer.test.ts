import { afterEach, beforeEach, expect, test } from 'vitest'
import { certificatesOf, givenRule, issueAll, ISSUER } from './given-certificates.ts'
import { anOrder, aPerson, placed } from '#tests/registrations/an-order.ts'
import { NOW, testServices } from '#tests/support/app.ts'
import { givenAccount, givenEvent } from '#tests/support/given.ts'
import { checkInvariants } from '#app/audit/check-invariants.server.ts'
import { leadsToCertificate, listOwnCertificates } from '#app/certificates/certificate-links.server.ts'
import { decideException } from '#app/certificates/decide-exception.server.ts'
import { listStandings } from '#app/certificates/list-standings.server.ts'
import { activeCertificate, ownCertificate } from '#app/certificates/own-certificate.server.ts'
import { reissueCertificates } from '#app/certificates/reissue-certificates.server.ts'
import { revokeCertificate } from '#app/certificates/revoke-certificate.server.ts'
import { writeName } from '#app/certificates/write-name.server.ts'
import { mailSite } from '#app/jobs/mail-site.server.ts'
import { compose } from '#app/mail/compose.server.ts'
import { erasePerson } from '#app/people/erase-person.server.ts'
import { correctAddress } from '#app/registrations/correcting/correct-address.server.ts'
import { clearSeat, nameSeat } from '#app/registrations/naming/name-seat.server.ts'
import { transact } from '#db/transact.ts'

let given: Awaited<ReturnType<typeof testServices>>

beforeEach(async () => {
  given = await testServices()
})

afterEach(async () => {
  const broken = (await checkInvariants(given.db)).filter(({ violations }) => violations > 0)
  await given.close()
  expect(broken).toEqual([])
})

const actor = { kind: 'visitor' as const }

async function put(registrationId: string, fullName: string, email: string) {
  const person = { fullName, email }
  const named = await nameSeat(given.db, { registrationId, person, answers: [], isOwn: false, now: NOW, actor })
  expect(named.ok).toBe(true)
}

/** A seat with a certificate, on which somebody else is named afterwards. */
async function renamed() {
  const { db } = given
  const event = await givenEvent(db, { tickets: [{ seats: 20 }] })
  const { accountId } = await givenAccount(db, 'organizer@example.org')
  const type = event.tickets[0]!.id
  const people = [aPerson(type), aPerson(type, { fullName: '', email: '', isUnnamed: true })]
  const seat = (await placed(db, anOrder(event, { people }))).registrations[1]!.id
  await put(seat, 'Contohwati', 'contohwati@example.org')
  const written = { registrationId: seat, eventId: event.id, name: 'Contohwati Muestra', latinName: '', seen: '' }
  await writeName(db, { ...written, by: 'person', until: null, actor, now: NOW })
  const decided = { eventId: event.id, registrationId: seat, reason: 'Came.', accountId, now: NOW }
  await decideException(db, { ...decided, decision: 'given' })
  await givenRule(db, event.id)
  await issueAll(db, event.id)
  const serial = (await activeCertificate(db, seat))!.serial
  expect((await clearSeat(db, { registrationId: seat, now: NOW, actor })).ok).toBe(true)
  await put(seat, '山田 例', 'yamada@example.org')
  return { event, seat, serial, accountId }
}

async function standingOf(eventId: string, registrationId: string) {
  const input = { eventId, trackIds: 'all' as const, registrationIds: [registrationId], now: NOW }
  return (await listStandings(given.db, input))[0]!
}

test('whoever comes onto a seat does not see the certificate of who was on it, nor their spelling', async () => {
  const { db } = given
  const { event, seat, serial } = await renamed()
  expect(await activeCertificate(db, seat)).toBeNull()
  expect(await leadsToCertificate(db, { registrationId: seat, eventId: event.id })).toBe(false)
  const own = await ownCertificate(db, { registrationId: seat, eventId: event.id, now: NOW })
  expect(own).toMatchObject({ issued: null, name: '山田 例', confirmedAt: null })
  expect(own.preview.name).toBe('山田 例')
  expect(await listOwnCertificates(db, { emailKey: 'yamada@example.org' })).toEqual([])
  const found = (await certificatesOf(db, event.id)).find((one) => one.serial === serial)!
  expect(JSON.parse(found.content)).toMatchObject({ name: 'Contohwati Muestra' })
})

test('they get none, and nobody writes the former one in their name, until that one is revoked', async () => {
  const { db } = given
  const { event, seat, serial, accountId } = await renamed()
  expect(await standingOf(event.id, seat)).toMatchObject({ standing: 'none', reasons: ['others'] })
  expect(await issueAll(db, event.id)).toBe(0)
  const one = { eventId: event.id, registrationId: seat, reason: '', accountId, now: NOW }
  expect(await reissueCertificates(db, ISSUER, one)).toMatchObject({ ok: false })
  const { registrationId: _, ...all } = one
  expect(await reissueCertificates(db, ISSUER, all)).toEqual({ ok: true, value: { reissued: 0 } })
  expect(await revokeCertificate(db, { ...one, reason: 'Somebody else came.' })).toMatchObject({ value: { serial } })
  expect(await standingOf(event.id, seat)).toMatchObject({ standing: 'gets', reasons: [] })
  expect(await issueAll(db, event.id)).toBe(1)
  expect((await activeCertificate(db, seat))!.content.name).toBe('山田 例')
})

test('what was still to be mailed of it goes to nobody', async () => {
  const { db } = given
  const { serial } = await renamed()
  const { id } = await db.selectFrom('certificates').select('id').where('serial', '=', serial).executeTakeFirstOrThrow()
  const mail = await db.selectFrom('messages').selectAll().where('subjectId', '=', id).executeTakeFirstOrThrow()
  expect(await compose(db, mailSite(given.services), mail, NOW)).toEqual({ withdrawn: 'outdated' })
})

test('erasing who came later leaves it, and an address that was corrected keeps its certificate', async () => {
  const { db } = given
  const { event, seat, serial } = await renamed()
  expect((await erasePerson(db, { email: 'yamada@example.org', actor, now: NOW })).ok).toBe(true)
  const left = (await certificatesOf(db, event.id)).find((one) => one.serial === serial)!
  expect(left).toMatchObject({ erasedAt: null, registrationId: seat })

  const people = [
    aPerson(event.tickets[0]!.id),
    aPerson(event.tickets[0]!.id, { fullName: 'Ng', email: 'n@example.org' }),
  ]
  const second = (await placed(db, anOrder(event, { people }))).registrations[1]!.id
  await issueAll(db, event.id)
  await transact(db, (db) => correctAddress(db, { registrationId: second, email: 'ng@example.org', now: NOW }))
  expect((await activeCertificate(db, second))!.content.name).toBe('Ng')
  await erasePerson(db, { email: 'ng@example.org', actor, now: NOW })
  expect(await activeCertificate(db, second)).toBeNull()
})
