import { afterEach, beforeEach, expect, test } from 'vitest'
import { certificatesOf, givenRule, issueAll } from './given-certificates.ts'
import { givenParticipants } from '#tests/participants/given-participants.ts'
import { NOW, testServices } from '#tests/support/app.ts'
import { givenAccount, givenEvent } from '#tests/support/given.ts'
import { askDueNames } from '#app/certificates/ask-due-names.server.ts'
import { askNames } from '#app/certificates/ask-names.server.ts'
import { revokeCertificate } from '#app/certificates/revoke-certificate.server.ts'
import { writeName } from '#app/certificates/write-name.server.ts'
import { mailSite } from '#app/jobs/mail-site.server.ts'
import { compose } from '#app/mail/compose.server.ts'

let given: Awaited<ReturnType<typeof testServices>>

beforeEach(async () => {
  given = await testServices()
})

afterEach(() => given.close())

async function two() {
  const event = await givenEvent(given.db, { startsOn: '2027-06-14', endsOn: '2027-06-18' })
  const ids = await givenParticipants(given.db, event, [{ fullName: 'Contohwati' }, { fullName: '山田 例' }])
  await givenRule(given.db, event.id, { needsName: 1 })
  return { event, ids: ids as [string, string] }
}

async function written(template: string, now = NOW) {
  const messages = await given.db.selectFrom('messages').selectAll().where('template', '=', template).execute()
  return await Promise.all(messages.map((message) => compose(given.db, mailSite(given.services), message, now)))
}

test('names are asked about from the day before the last one, once, and not of who has agreed', async () => {
  const { db } = given
  const { event, ids } = await two()
  await writeName(db, {
    registrationId: ids[0],
    eventId: event.id,
    name: 'Contohwati',
    latinName: '',
    seen: '',
    by: 'person',
    until: null,
    actor: { kind: 'visitor' },
    now: NOW,
  })
  expect(await askDueNames(db, { now: '2027-06-16T21:59:00.000Z' })).toEqual({ asked: 0 })
  expect(await askDueNames(db, { now: '2027-06-16T22:01:00.000Z' })).toEqual({ asked: 1 })
  expect(await askDueNames(db, { now: '2027-06-17T12:00:00.000Z' })).toEqual({ asked: 0 })
  const [mail] = await written('certificate-name', '2027-06-17T12:00:00.000Z')
  if (!mail || !('mail' in mail)) throw new Error(JSON.stringify(mail))
  expect(mail.mail.text).toContain('山田 例')
  expect(mail.mail.text).toMatch(/\/registrations\/T\w{3}-\w{4}\/certificate\?key=/)
  expect(mail.mail.text).toContain('3 July 2027, 00:00 (UTC+2)')
  expect(await written('certificate-name', '2027-07-03T00:00:00.000Z')).toEqual([{ withdrawn: 'outdated' }])
})

test('an organizer asks earlier, and nobody is asked twice', async () => {
  const { db } = given
  const { event } = await two()
  const ask = { eventId: event.id, actor: { kind: 'system' as const }, now: NOW }
  expect(await askNames(db, ask)).toMatchObject({ value: { asked: 2 } })
  expect(await askNames(db, ask)).toMatchObject({ value: { asked: 0 } })
  await givenParticipants(db, event, [{ fullName: 'Late' }])
  expect(await askNames(db, ask)).toMatchObject({ value: { asked: 1 } })
})

test('the certificate comes with where anybody checks it, its end with the reason, and then no more the certificate', async () => {
  const { db } = given
  const { event, ids } = await two()
  await givenRule(db, event.id, { needsName: 0 })
  await issueAll(db, event.id)
  const { serial } = (await certificatesOf(db, event.id)).find(({ registrationId }) => registrationId === ids[0])!
  const texts = (await written('certificate-issued')).map((one) => ('mail' in one ? one.mail.text : ''))
  expect(texts.find((text) => text.includes(serial))).toContain(`/verify/${serial}`)
  const { accountId } = await givenAccount(db, 'organizer@example.org')
  await revokeCertificate(db, { eventId: event.id, registrationId: ids[0], reason: 'By mistake.', accountId, now: NOW })
  expect((await written('certificate-issued')).filter((one) => 'withdrawn' in one)).toHaveLength(1)
  const [end] = await written('certificate-revoked')
  expect(end && 'mail' in end && end.mail.text).toContain('By mistake.')
})
