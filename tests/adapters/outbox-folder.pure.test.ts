import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { aMail, MESSAGE_ID } from './a-mail.ts'
import { createOutboxFolder } from '#app/adapters/outbox-folder.ts'
import { headerText } from '#app/mail/header-text.ts'

const NEVER = new AbortController().signal
let folder: string
let now = '2026-11-21T12:00:00.000Z'

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'outbox-'))
})
afterEach(() => rm(folder, { recursive: true }))

const outbox = () => createOutboxFolder(join(folder, 'outbox'), { now: () => now })

async function written(mail = aMail()): Promise<string> {
  const delivery = await outbox().deliver(mail, NEVER)
  if (delivery.state !== 'sent') throw new Error(delivery.reason)
  return await readFile(join(folder, 'outbox', delivery.response), 'latin1')
}

test('the file is a mail to the letter', async () => {
  const raw = await written()
  expect(raw).not.toMatch(/[^\r]\n|\r(?!\n)/)
  expect(Math.max(...raw.split('\r\n').map((line) => line.length))).toBeLessThanOrEqual(998)
  expect(raw).not.toMatch(/[^\x00-\x7F]|\x00/)
  const head = raw.slice(0, raw.indexOf('\r\n\r\n'))
  expect(head).toContain(`Message-ID: ${MESSAGE_ID}`)
  expect(head).toContain('Auto-Submitted: auto-generated')
  expect(head).toContain('Content-Language: ar')
  expect(head).toContain('Reply-To: desk@plenary.example')
  expect(head).toContain('MIME-Version: 1.0')
  const types = [...raw.matchAll(/^Content-Type: ([^;\r\n]+)(?:; charset=([^\s;]+))?/gim)].map(([, type, charset]) => [
    type,
    charset,
  ])
  expect(types).toEqual([
    ['multipart/mixed', undefined],
    ['multipart/alternative', undefined],
    ['text/plain', 'utf-8'],
    ['text/html', 'utf-8'],
    ['text/calendar', 'utf-8'],
  ])
})

test('what is written is read back', async () => {
  await written()
  const { entries, count } = await outbox().list({ offset: 0, limit: 10 })
  expect(count).toBe(1)
  const mail = await outbox().read(entries[0]!.file)
  const { to, subject, text, html } = aMail()
  expect(entries[0]).toMatchObject({ to, subject, sentAt: now })
  expect(mail!.text!.replace(/\r\n/g, '\n').trim()).toBe(text.trim())
  expect(mail!.html!.replace(/\r\n/g, '\n').trim()).toBe(html.trim())
  expect(mail!.replyTo).toBe('desk@plenary.example')
  expect(mail!.attachments.map(({ filename }) => filename)).toEqual(['event.ics'])
  expect(Buffer.from(mail!.attachments[0]!.content).toString()).toContain('BEGIN:VCALENDAR')
})

test('an invitation is read back as the third form of the letter and as a file, with its line ends', async () => {
  const content = 'BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nSUMMARY:a blank \r\n at the end\r\nEND:VCALENDAR\r\n'
  const raw = await written(aMail({ attachments: [], invitation: { method: 'REQUEST', content } }))
  expect(raw).toContain('a blank=20\r\n')
  const { entries } = await outbox().list({ offset: 0, limit: 10 })
  const mail = await outbox().read(entries[0]!.file)
  expect(mail!.attachments.map(({ contentType, method, filename }) => [contentType, method, filename])).toEqual([
    ['text/calendar', 'REQUEST', 'invitation.ics'],
    ['application/ics', null, 'invitation.ics'],
  ])
  for (const attachment of mail!.attachments) expect(Buffer.from(attachment.content).toString()).toBe(content)
})

describe('a hostile name', () => {
  test.each([
    'Eve\r\nBcc: all@example.org',
    'Eve\nX-Evil: 1',
    'Eve\u0000\u0085\u2028Evil',
    '"Eve" <eve@example.org>, <all@example.org>',
    '=?utf-8?Q?Bcc=3A_all=40example.org?=',
    'Ünïcode '.repeat(60),
  ])('%j stays a name', async (name) => {
    const raw = await written(
      aMail({ to: { name: headerText(name), address: 'eve@example.org' }, subject: headerText(name) }),
    )
    const head = raw.slice(0, raw.indexOf('\r\n\r\n'))
    const fields = [...head.matchAll(/^([\w-]+):/gm)].map((match) => match[1]!.toLowerCase())
    expect(new Set(fields).size).toBe(fields.length)
    expect(fields).not.toContain('bcc')
    expect(fields).not.toContain('x-evil')
    const { entries } = await outbox().list({ offset: 0, limit: 1 })
    const { to, subject } = entries[0]!
    expect(to).toEqual({ name: headerText(name), address: 'eve@example.org' })
    expect(subject).toBe(headerText(name))
  })
})

test('newest first, a page at a time', async () => {
  for (const second of ['01', '02', '03']) {
    now = `2026-11-21T12:00:${second}.000Z`
    await written(aMail({ subject: second }))
  }
  const list = await outbox().list({ offset: 1, limit: 1 })
  expect(list.count).toBe(3)
  expect(list.entries.map(({ subject }) => subject)).toEqual(['02'])
})

test('nothing but mails of this folder is opened', async () => {
  await written()
  await writeFile(join(folder, 'secret.eml'), 'Subject: secret\r\n\r\n')
  for (const file of ['../secret.eml', '..%2Fsecret.eml', '/etc/passwd', 'secret.eml', '', '.', 'x\u0000.eml']) {
    expect(await outbox().read(file)).toBeNull()
    expect(await outbox().source(file)).toBeNull()
  }
  expect((await readdir(join(folder, 'outbox'))).every((file) => file.endsWith('.eml'))).toBe(true)
})

test('an outbox that nothing was written to is empty', async () => {
  expect(await outbox().list({ offset: 0, limit: 10 })).toEqual({ entries: [], count: 0 })
})
