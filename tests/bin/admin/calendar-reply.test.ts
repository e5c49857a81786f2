import { spawn } from 'node:child_process'
import { Readable } from 'node:stream'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { readMail } from '../../../bin/operator/read-mail.ts'
import { answeredIds, sortReply } from '#app/mail/sort-reply.ts'
import { enqueueMessages } from '#app/mail/enqueue.server.ts'
import { NOW, testServices } from '#tests/support/app.ts'
import { givenEvent } from '#tests/support/given.ts'

const mail = (...lines: string[]) => [...lines, ''].join('\r\n')
const FROM = ['From: Zoë <zoe@example.org>', 'To: calendar@plenary.example', 'Subject: Accepted: Routing workshop']

function calendarReply(method: string, { type = 'text/calendar', parameter = `; method=${method}` } = {}) {
  return mail(
    ...FROM,
    'MIME-Version: 1.0',
    'Content-Type: multipart/alternative; boundary=b',
    '',
    '--b',
    'Content-Type: text/plain',
    '',
    'Zoë has accepted.',
    '--b',
    `Content-Type: ${type}; charset=utf-8${parameter}`,
    'Content-Transfer-Encoding: base64',
    '',
    Buffer.from(mail('BEGIN:VCALENDAR', 'VERSION:2.0', `METHOD:${method}`, 'END:VCALENDAR')).toString('base64'),
    '--b--',
  )
}

const PERSON = mail(...FROM, '', 'Can I bring my dog?')

describe('a mail to the calendar mailbox', () => {
  test.each<[what: string, raw: string, kind: string]>([
    ['a REPLY', calendarReply('REPLY'), 'calendar'],
    ['a COUNTER', calendarReply('COUNTER'), 'calendar'],
    ['a REPLY whose type does not say so', calendarReply('REPLY', { parameter: '' }), 'calendar'],
    ['a REPLY as a file', calendarReply('REPLY', { type: 'application/ics', parameter: '' }), 'calendar'],
    ['an invitation that somebody passes on', calendarReply('REQUEST'), 'person'],
    ['an absence note', mail(...FROM, 'Auto-Submitted: auto-replied (vacation)', '', 'I am away.'), 'automatic'],
    ['a machine', mail(...FROM, 'Precedence: bulk', '', 'News!'), 'automatic'],
    ['a bounce', mail('Return-Path: <>', ...FROM, '', 'It failed.'), 'bounce'],
    ['a report', mail(...FROM, 'Content-Type: multipart/report; boundary=b', '', '--b', '', 'x', '--b--'), 'bounce'],
    ['a person', PERSON, 'person'],
    ['a person whose program says no', mail(...FROM, 'Auto-Submitted: no', '', 'Hello'), 'person'],
    ['a person who writes of METHOD:REPLY', mail(...FROM, '', 'METHOD:REPLY'), 'person'],
    ['nothing', '', 'person'],
    ['bytes', '\u0000\u00FF\u0001\r\r\n\n=?\u0080'.repeat(999), 'person'],
    ['a header without an end', `X: ${'a'.repeat(2_000_000)}`, 'person'],
    [
      'types in types',
      Array.from({ length: 400 }, (_, at) => `Content-Type: multipart/mixed; boundary=b${at}\r\n\r\n--b${at}\r\n`).join(
        '',
      ),
      'person',
    ],
  ])('%s: %s', async (_what, raw, kind) => {
    expect(sortReply(await readMail(Readable.from([Buffer.from(raw, 'latin1')])))).toBe(kind)
  })

  test('of 20 MB is read to its end, and told by its first megabyte', async () => {
    let sent = 0
    const chunks = function* () {
      yield Buffer.from(calendarReply('REPLY').replace('--b--', '--b\r\nContent-Type: text/plain\r\n\r\n'))
      for (; sent < 20_000_000; sent += 65_536) yield Buffer.alloc(65_536, 'x')
    }
    expect(sortReply(await readMail(Readable.from(chunks())))).toBe('calendar')
    expect(sent).toBeGreaterThanOrEqual(20_000_000)
  })

  test('names the messages that it answers, few of them, the nearest first', () => {
    const id = (last: number) => `019aa000-0000-7000-8000-${String(last).padStart(12, '0')}`
    const thread = Array.from({ length: 50 }, (_, at) => `<${id(at)}@plenary.example>`).join(' ')
    const headers = [
      { key: 'in-reply-to', value: `<${id(99)}@plenary.example>` },
      { key: 'references', value: `<other@example.org> ${thread}` },
    ]
    expect(answeredIds({ headers }).slice(0, 3)).toEqual([id(99), id(49), id(48)])
    expect(answeredIds({ headers })).toHaveLength(10)
    expect(answeredIds({ headers: [] })).toEqual([])
  })
})

describe('the subcommand', () => {
  let here: Awaited<ReturnType<typeof testServices>>
  beforeEach(async () => {
    here = await testServices()
  })
  afterEach(() => here.close())

  /** As a mail server's pipe runs it. */
  function piped(raw: string | Buffer, databaseUrl = here.services.config.databaseUrl) {
    const environment = {
      DATABASE_URL: databaseUrl,
      DATA_DIR: here.services.config.dataDir,
      BASE_URL: 'http://plenary.test',
    }
    return new Promise<{ code: number | null; out: string; err: string }>((done) => {
      const child = spawn(process.execPath, ['bin/admin.ts', 'calendar-reply'], {
        env: { ...process.env, ...environment },
      })
      const told = { out: '', err: '' }
      child.stdout.on('data', (text) => void (told.out += String(text)))
      child.stderr.on('data', (text) => void (told.err += String(text)))
      child.on('close', (code) => done({ code, ...told }))
      child.stdin.on('error', (error) => void (told.err += error.message))
      child.stdin.end(raw)
    })
  }

  test('takes an answer with one line that names nobody, and stores nothing', async () => {
    const { code, out, err } = await piped(
      Buffer.concat([Buffer.from(calendarReply('REPLY')), Buffer.alloc(20_000_000, 'x')]),
    )
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out.trim().split('\n')).toHaveLength(1)
    expect(JSON.parse(out)).toMatchObject({ kind: 'calendar' })
    expect(out).not.toMatch(/zoe|Routing/i)
    expect(await here.db.selectFrom('auditEntries').selectAll().execute()).toEqual([])
    expect(await here.db.selectFrom('messages').selectAll().execute()).toEqual([])
  })

  test('gives a person’s words back with one sentence: whom to write to about the event of the mail that they answer', async () => {
    const event = await givenEvent(here.db, { contactEmail: 'desk@chapter.example' })
    const message = { template: 'ticket' as const, subjectId: 'one', language: 'en', eventId: event.id }
    await enqueueMessages(here.db, [{ ...message, recipient: { email: 'zoe@example.org', name: 'Zoë' } }], NOW)
    const { id } = await here.db.selectFrom('messages').select('id').executeTakeFirstOrThrow()
    const answer = await piped(`In-Reply-To: <${id}@plenary.example>\r\n${PERSON}`)
    expect(answer).toMatchObject({ code: 67, err: '' })
    expect(answer.out).toBe(
      'Nobody reads this mailbox, it is for calendars only: please write to desk@chapter.example instead.\n',
    )
    const stranger = await piped(PERSON)
    expect(stranger).toMatchObject({ code: 67, out: expect.stringContaining('at http://plenary.test instead.') })
  })

  test('says so without a database as well, and never asks the mail server to try again', async () => {
    const raw = `In-Reply-To: <019aa000-0000-7000-8000-000000000001@plenary.example>\r\n${PERSON}`
    expect(await piped(raw, 'sqlite:/nowhere/at/all.sqlite')).toMatchObject({ code: 67, err: '' })
  })
})
