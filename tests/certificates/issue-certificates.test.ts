import { afterEach, beforeEach, expect, test } from 'vitest'
import { certificatesOf, givenRule, issueAll, ISSUER } from './given-certificates.ts'
import { givenParticipants, ROSTER } from '#tests/participants/given-participants.ts'
import { NOW, testServices } from '#tests/support/app.ts'
import { givenAccount, givenEvent } from '#tests/support/given.ts'
import { checkInvariants } from '#app/audit/check-invariants.server.ts'
import { continueIssues } from '#app/certificates/continue-issues.server.ts'
import { decideException } from '#app/certificates/decide-exception.server.ts'
import { findCertificate } from '#app/certificates/find-certificate.server.ts'
import { issueCertificates } from '#app/certificates/issue-certificates.server.ts'
import { listStandings } from '#app/certificates/list-standings.server.ts'
import { reissueCertificates } from '#app/certificates/reissue-certificates.server.ts'
import { revokeCertificate } from '#app/certificates/revoke-certificate.server.ts'
import { signOff } from '#app/certificates/sign-off.server.ts'
import { writeName } from '#app/certificates/write-name.server.ts'
import { erasePerson } from '#app/people/erase-person.server.ts'
import { addMinutes } from '#app/values/moment.ts'

let given: Awaited<ReturnType<typeof testServices>>

beforeEach(async () => {
  given = await testServices()
})

afterEach(async () => {
  const broken = (await checkInvariants(given.db)).filter(({ violations }) => violations > 0)
  await given.close()
  expect(broken).toEqual([])
})

async function twelve() {
  const event = await givenEvent(given.db, { tickets: [{ seats: 2000 }] })
  const ids = await givenParticipants(given.db, event, ROSTER)
  await givenRule(given.db, event.id)
  return { event, ids }
}

test('everybody gets one, numbered without gaps, with their name as it is and a mail in the same breath', async () => {
  const { db } = given
  const { event } = await twelve()
  expect(await issueAll(db, event.id)).toBe(12)
  const rows = await certificatesOf(db, event.id)
  expect(rows.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])
  expect(new Set(rows.map(({ serial }) => serial)).size).toBe(12)
  const names = rows.map(({ content }) => (JSON.parse(content) as { name: string }).name)
  expect(names.toSorted()).toEqual(ROSTER.map(({ fullName }) => fullName).toSorted())
  const mails = await db
    .selectFrom('messages')
    .select('subjectId')
    .where('template', '=', 'certificate-issued')
    .execute()
  expect(mails.map(({ subjectId }) => subjectId).toSorted()).toEqual(rows.map(({ id }) => id).toSorted())
})

test('pressing again, and two pressing at once, issue each once', async () => {
  const { db } = given
  const { event } = await twelve()
  const input = { eventId: event.id, accountId: null, now: NOW }
  const results = await Promise.all([1, 2, 3].map(() => issueCertificates(db, ISSUER, input)))
  expect(results.map((result) => (result.ok ? result.value.issued : 0)).reduce((sum, one) => sum + one)).toBe(12)
  expect(await issueAll(db, event.id)).toBe(0)
  expect(await certificatesOf(db, event.id)).toHaveLength(12)
  await givenParticipants(db, event, [{ fullName: 'Latecomer' }])
  expect(await issueAll(db, event.id)).toBe(1)
  expect((await certificatesOf(db, event.id)).at(-1)).toMatchObject({ number: 13 })
})

test('an issue that a dead process left goes on, once its five minutes are over', async () => {
  const { db } = given
  const { event } = await twelve()
  await issueAll(db, event.id)
  await givenParticipants(db, event, [{ fullName: 'Left over' }])
  await db.updateTable('certificateRules').set({ issuingAt: NOW }).where('eventId', '=', event.id).execute()
  expect(await continueIssues(db, ISSUER, { now: addMinutes(NOW, 4) })).toEqual({ issued: 0 })
  expect(await continueIssues(db, ISSUER, { now: addMinutes(NOW, 6) })).toEqual({ issued: 1 })
  expect(await continueIssues(db, ISSUER, { now: addMinutes(NOW, 20) })).toEqual({ issued: 0 })
})

test('who gets none is told apart by why, and a decision by hand stands above the rule', async () => {
  const { db } = given
  const { event, ids } = await twelve()
  const { accountId } = await givenAccount(db, 'organizer@example.org')
  await givenRule(db, event.id, { needsName: 1, needsSignOff: 1, minimumShare: 80 })
  const [first, second, third] = ids as [string, string, string]
  const decide = { eventId: event.id, reason: 'Came every day.', accountId, now: NOW }
  await decideException(db, { ...decide, registrationId: first, decision: 'given' })
  await decideException(db, { ...decide, registrationId: second, decision: 'kept' })
  await signOff(db, { eventId: event.id, registrationIds: [third], isOn: true, accountId, now: NOW })
  const all = await listStandings(db, { eventId: event.id, trackIds: 'all', registrationIds: ids, now: NOW })
  const of = (id: string) => all.find(({ registrationId }) => registrationId === id)!
  expect(of(first)).toMatchObject({ standing: 'gets', reasons: [] })
  expect(of(second)).toMatchObject({ standing: 'none', reasons: ['kept'], exceptionReason: 'Came every day.' })
  expect(of(third).reasons).toEqual(['no-slots', 'name'])
  expect(await issueAll(db, event.id)).toBe(1)
})

test('a corrected name is issued anew under its number; what was said before is kept', async () => {
  const { db } = given
  const { event, ids } = await twelve()
  const { accountId } = await givenAccount(db, 'organizer@example.org')
  await issueAll(db, event.id)
  const [registrationId] = ids as [string]
  const input = { eventId: event.id, reason: '', accountId, now: NOW }
  expect(await reissueCertificates(db, ISSUER, { ...input, registrationId })).toMatchObject({
    ok: false,
    refusals: [{ code: 'certificate-same' }],
  })
  const write = { registrationId, eventId: event.id, name: 'Contoh Wati', latinName: '', by: 'person' as const }
  const by = { until: null, actor: { kind: 'visitor' as const }, now: NOW }
  expect(await writeName(db, { ...write, ...by, seen: '' })).toMatchObject({ ok: true })
  expect(await writeName(db, { ...write, ...by, seen: '' })).toMatchObject({ refusals: [{ code: 'stale' }] })
  const later = addMinutes(NOW, 60)
  expect(await writeName(db, { ...write, ...by, seen: NOW, until: NOW })).toMatchObject({
    refusals: [{ code: 'certificate-names-over' }],
  })
  expect(await reissueCertificates(db, ISSUER, { ...input, now: later })).toMatchObject({ value: { reissued: 1 } })
  const row = await db
    .selectFrom('certificates')
    .selectAll()
    .where('activeKey', '=', registrationId)
    .executeTakeFirstOrThrow()
  expect(await findCertificate(db, row.serial)).toMatchObject({
    version: 2,
    isIntact: true,
    reissuedAt: later,
    issuedAt: NOW,
    content: { name: 'Contoh Wati' },
  })
  const versions = await db
    .selectFrom('certificateVersions')
    .select('content')
    .where('certificateId', '=', row.id)
    .execute()
  expect(versions.map(({ content }) => (JSON.parse(content) as { name: string }).name).toSorted()).toEqual([
    'Contoh Wati',
    'Contohwati',
  ])
})

test('a revoked one says so with its reason, and its bearer gets another only when somebody decides that', async () => {
  const { db } = given
  const { event, ids } = await twelve()
  const { accountId } = await givenAccount(db, 'organizer@example.org')
  await issueAll(db, event.id)
  const [registrationId] = ids as [string]
  const input = { eventId: event.id, registrationId, reason: 'Issued by mistake.', accountId, now: NOW }
  const revoked = await revokeCertificate(db, input)
  if (!revoked.ok) throw new Error('refused')
  expect(await revokeCertificate(db, input)).toMatchObject({ refusals: [{ code: 'gone' }] })
  expect(await findCertificate(db, revoked.value.serial)).toMatchObject({
    state: 'revoked',
    reason: 'Issued by mistake.',
    revokedAt: NOW,
    isIntact: true,
  })
  expect(await issueAll(db, event.id)).toBe(0)
  await decideException(db, { ...input, decision: 'given' })
  expect(await issueAll(db, event.id)).toBe(1)
  expect((await certificatesOf(db, event.id)).at(-1)).toMatchObject({ number: 13, registrationId })
})

test('erasing a person empties every wording, and the number goes on saying that it was issued', async () => {
  const { db } = given
  const { event } = await twelve()
  const [id] = (await givenParticipants(db, event, [{ fullName: 'To Forget', email: 'forget@example.org' }])) as [
    string,
  ]
  await issueAll(db, event.id)
  const row = (await certificatesOf(db, event.id)).find(({ registrationId }) => registrationId === id)!
  expect(await erasePerson(db, { email: 'forget@example.org', actor: { kind: 'system' }, now: NOW })).toMatchObject({
    ok: true,
  })
  expect(await findCertificate(db, row.serial)).toMatchObject({ state: 'erased', content: null, signature: null })
  const texts = await db
    .selectFrom('certificateVersions')
    .select('content')
    .where('certificateId', '=', row.id)
    .execute()
  expect(texts).toEqual([{ content: '' }])
  const everything = JSON.stringify([
    await certificatesOf(db, event.id),
    await db.selectFrom('auditEntries').selectAll().execute(),
  ])
  expect(everything).not.toContain('To Forget')
})

test(
  'six hundred, more than are judged at once, are issued well within a minute, in bounded memory',
  { timeout: 120_000 },
  async () => {
    const { db } = given
    const event = await givenEvent(db, { tickets: [{ seats: 2000 }] })
    await givenRule(db, event.id)
    for (let from = 0; from < 600; from += 100)
      await givenParticipants(
        db,
        event,
        Array.from({ length: 100 }, (_, at) => ({ fullName: `Person ${from + at}` })),
      )
    const [started, before] = [performance.now(), process.memoryUsage().heapUsed]
    expect(await issueAll(db, event.id)).toBe(600)
    const [seconds, grown] = [(performance.now() - started) / 1000, process.memoryUsage().heapUsed - before]
    console.info(`issued 600 in ${seconds.toFixed(1)} s, ${Math.round(grown / 1024 / 1024)} MB more`)
    expect(seconds).toBeLessThan(60)
    expect(grown).toBeLessThan(128 * 1024 * 1024)
  },
)
