import { createHash } from 'node:crypto'
import { join } from 'node:path'
import PostalMime from 'postal-mime'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { aMailer, portsOf } from './a-mailer.ts'
import { bytesOf, calendarOf, changeDetails, property, sendAll } from './calendar-mails.ts'
import { createSmtpMailer } from '#app/adapters/smtp.ts'
import { deliverDue } from '#app/mail/deliver-due.server.ts'
import type { OutgoingMail } from '#app/mail/mailer.ts'
import { callOffEvent } from '#app/participants/call-off-event.server.ts'
import { formatMoment } from '#app/values/dates.ts'
import { addMinutes } from '#app/values/moment.ts'
import { anOrder, aPerson, placed } from '#tests/registrations/an-order.ts'
import { NOW, testServices } from '#tests/support/app.ts'
import { givenEvent } from '#tests/support/given.ts'
import { expectAgreement } from '#tests/support/judges/expect-agreement.ts'
import { readByPython } from '#tests/support/mime/read-by-python.ts'
import { mailFaults } from '#tests/support/mime/mail-faults.ts'
import { readMime } from '#tests/support/mime/mime-parts.ts'
import { smtpServer } from '#tests/support/smtp-server.ts'

let test_: Awaited<ReturnType<typeof testServices>>
beforeEach(async () => {
  test_ = await testServices()
})
afterEach(() => test_.close())

const actor = { kind: 'account', id: 'an-account' } as const
const TITLES = {
  plain: 'Routing workshop',
  arabic: 'ورشة التوجيه '.repeat(12).trim(),
  hostile: 'Eve "Q"\r\nBcc: all@example.org\r\nMETHOD:CANCEL\r\nEND:VEVENT =?utf-8?Q?x?= – über 👩🏽‍💻',
}

async function givenPlaced(calendarMail: 'file' | 'invitation', title: string, language = 'en') {
  const event = await givenEvent(test_.db, {
    title,
    calendarMail,
    startsOn: '2027-06-14',
    endsOn: '2027-06-14',
    startsTime: '09:00',
    endsTime: '17:00',
    startsAt: '2027-06-14T07:00:00.000Z',
    endsAt: '2027-06-14T15:00:00.000Z',
  })
  const people = ['Wulandari', 'Amina "A" Diallo, PhD'].map((fullName) =>
    aPerson(event.tickets[0]!.id, { fullName, email: `${fullName.split(' ')[0]!.toLowerCase()}@example.org` }),
  )
  await placed(test_.db, anOrder(event, { people, language }))
  return event
}

/** Every kind of mail that carries the event: confirmed and ticket, moved, cancelled. */
async function everyMail(calendarMail: 'file' | 'invitation', title: string, language?: string) {
  const event = await givenPlaced(calendarMail, title, language)
  const mails = await sendAll(test_.services)
  await changeDetails(test_.db, event.id, { change: { startsTime: '10:00' } })
  mails.push(...(await sendAll(test_.services, addMinutes(NOW, 2))))
  await callOffEvent(test_.db, { eventId: event.id, now: addMinutes(NOW, 3), actor })
  mails.push(...(await sendAll(test_.services, addMinutes(NOW, 4))))
  expect(mails).toHaveLength(6)
  return mails
}

const KINDS = (['file', 'invitation'] as const).flatMap((way) =>
  Object.keys(TITLES).map((title) => ({ way, title: title as keyof typeof TITLES })),
)

describe.each(KINDS)('a calendar by $way, title $title', ({ way, title }) => {
  test('is a clean mail for three parsers, its parts agree, and the judges take the calendar', async () => {
    const mails = await everyMail(way, TITLES[title], title === 'arabic' ? 'ar' : 'en')
    const raws: string[] = []
    for (const mail of mails) {
      const raw = await bytesOf(mail, join(test_.services.config.dataDir, 'outbox'))
      raws.push(raw)
      expect(mailFaults(raw)).toEqual([])
      expectShape(raw, mail)
      await expectPostal(raw, mail)
      await expectAgreement(calendarOf(mail))
      expectSameTimes(mail)
    }
    expectPython(raws, mails)
  })
})

function expectShape(raw: string, mail: OutgoingMail) {
  const alternatives = [' multipart/alternative', '  text/plain', '  text/html']
  const invitation = [...alternatives, '  text/calendar', ' application/ics']
  const { shape, parts, headers } = readMime(raw)
  expect(shape).toEqual(['multipart/mixed', ...(mail.invitation ? invitation : [...alternatives, ' text/calendar'])])
  for (const part of parts.filter(({ type }) => type === 'text/calendar' || type === 'application/ics'))
    expect(part.content.toString('utf8')).toBe(calendarOf(mail))
  const calendar = parts.find(({ type }) => type === 'text/calendar')!
  expect(calendar.parameters.charset).toBe('utf-8')
  expect(calendar.parameters.method).toBe(mail.invitation?.method)
  if (!mail.invitation) expect(calendar.headers.get('content-disposition')).toContain('attachment; filename=event.ics')
  expect(headers.filter(([name]) => name === 'to')).toHaveLength(1)
}

async function expectPostal(raw: string, mail: OutgoingMail) {
  const email = await PostalMime.parse(Buffer.from(raw, 'latin1'), { attachmentEncoding: 'utf8' })
  expect(email.subject).toBe(mail.subject)
  expect(email.to).toMatchObject([{ address: mail.to.address, name: mail.to.name }])
  expect(email.bcc ?? []).toEqual([])
  expect(email.text!.trim()).toBe(mail.text.trim())
  expect(email.html!.trim()).toBe(mail.html.trim())
  const calendars = email.attachments.map(({ content }) => (content as string).replaceAll('\n', '\r\n'))
  expect(new Set(calendars)).toEqual(new Set([calendarOf(mail)]))
}

function expectPython(raws: string[], mails: OutgoingMail[]) {
  for (const [at, { to, subject, parts }] of (readByPython(raws) ?? []).entries()) {
    const mail = mails[at]!
    expect({ to, subject }).toEqual({ to: [mail.to.address], subject: mail.subject })
    const hash = createHash('sha256').update(calendarOf(mail)).digest('hex')
    const calendars = parts.filter(({ type }) => /calendar|ics/.test(type))
    expect(calendars.map(({ sha256 }) => sha256)).toEqual(mail.invitation ? [hash, hash] : [hash])
    expect(calendars[0]!.parameters.method).toBe(mail.invitation?.method)
  }
}

/** The instant of the calendar stands in the text and in the HTML, in UTC. */
function expectSameTimes(mail: OutgoingMail) {
  const calendar = calendarOf(mail)
  const [, wall, utc] = /^DTSTART(?:;TZID=Africa\/Kigali)?:(\d{8}T\d{6})(Z?)\r$/m.exec(
    calendar.slice(calendar.indexOf('BEGIN:VEVENT')),
  )!
  const iso = wall!.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)$/, '$1-$2-$3T$4:$5:$6.000Z')
  const startsAt = utc ? iso : addMinutes(iso, -120)
  const told = formatMoment(startsAt, 'UTC', mail.language, { year: false }).replace(/\s+/g, ' ')
  const plain = (text: string) => text.replace(/<[^>]*>|[\u200F\u2066-\u2069]/g, '').replace(/\s+/g, ' ')
  expect(plain(mail.text)).toContain(told)
  expect(plain(mail.html)).toContain(told)
}

test('what a mail server takes is the same to the byte', async () => {
  await givenPlaced('invitation', TITLES.hostile)
  const server = await smtpServer()
  const mailer = createSmtpMailer(server.url)
  const { mailer: kept, delivered } = aMailer()
  const both = {
    ...mailer,
    deliver: async (...all: Parameters<typeof mailer.deliver>) => (await kept.deliver(...all), mailer.deliver(...all)),
  }
  await deliverDue(test_.db, portsOf(test_.services, both), { now: NOW, limit: 10 })
  expect(server.received).toHaveLength(2)
  for (const { raw, to, from } of server.received) {
    expect(mailFaults(raw)).toEqual([])
    const mail = delivered.find((one) => one.to.address === to[0])!
    expect({ to, from }).toEqual({ to: [mail.to.address], from: 'plenary@plenary.example' })
    expectShape(raw, mail)
    expectPython([raw], [mail])
    expect(property(calendarOf(mail), 'METHOD')).toBe('REQUEST')
  }
  await mailer.close()
  await server.close()
})
