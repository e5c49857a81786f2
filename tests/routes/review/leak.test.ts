import { afterEach, beforeEach, expect, test } from 'vitest'
import { everyAddress } from './walk.ts'
import type { Call } from '#app/applications/calls/call.ts'
import { findUnredactedCount, listRedactable } from '#app/applications/reviews/find-unredacted.server.ts'
import { redact } from '#app/applications/reviews/redact.server.ts'
import { saveFile } from '#app/files/save-file.server.ts'
import { readSheet } from '#app/files/sheets/read-sheet.ts'
import { mailSite } from '#app/jobs/mail-site.server.ts'
import { compose } from '#app/mail/compose.server.ts'
import { assigned, BY_AN_ORGANIZER, reviewsOf, saved, WORDS } from '#tests/applications/reviews/given-reviews.ts'
import { newId } from '#app/values/id.ts'
import { NOW, testApp } from '#tests/support/app.ts'
import { givenApplications, givenCall, givenReviewers } from '#tests/support/given-call.ts'
import { givenAccount } from '#tests/support/given.ts'
import { signInAs } from '#tests/support/signed-in.ts'

const ALL_HIDDEN = ['name', 'contact', 'gender', 'age', 'institution', 'nationality'] as const
/** In every name, address and text of an applicant; nothing else of the installation has them. */
const MARKER = /zzmarker/i
const NAME = 'Zzmarkername Dæmi'
const EMAIL = 'zzmarkermail@zzmarkerdomain.example'
const PLACE = 'University of Zzmarkerplace'
/** Of the same team, and named by the others: with a name of their own. */
const MATE = 'Zzmarkermate Félagi'
const TEXT = `I am ${NAME} of ${PLACE}, with ${MATE}. Write to ${EMAIL} or see https://zzmarkerlink.example/me, @zzmarkerhandle.`

/** Some hundreds of addresses; as long as that may take while other tests run. */
const WALK = 180_000

let app: Awaited<ReturnType<typeof testApp>>
let call: Call
let eventSlug: string
let reviewer: string
let logged: string[]

beforeEach(async () => {
  app = await testApp()
  const given = await givenCall(app.services, { sample: 'ndss', isBlind: true, hidden: [...ALL_HIDDEN] })
  call = given.call
  eventSlug = given.event.slug
  const applications = await givenApplications(app.services, { call, count: 4 })
  ;({ accountId: reviewer } = await givenAccount(app.db, 'blind@plenary.example', [
    { role: 'reviewer', scope: 'event', scopeId: call.eventId },
  ]))
  const row = { languages: '', choiceCodes: '', addedBy: null, addedAt: NOW, isChair: 1 as const }
  await app.db
    .insertInto('reviewers')
    .values({ callId: call.id, accountId: reviewer, ...row })
    .execute()
  await givenReviewers(app.db, call.id, 1)
  await mark(applications.map(({ application }) => application.id))
  await team(applications.map(({ application }) => application.id))
  await assigned(app.db, call)
  const [first] = (await reviewsOf(app.db, call.id)).filter(({ accountId }) => accountId === reviewer)
  for (const { accountId } of (await reviewsOf(app.db, call.id)).filter(({ number }) => number === first!.number))
    await saved(app.db, call, {
      number: first!.number,
      accountId,
      // What another reviewer says of them to the committee names them.
      words: accountId === reviewer ? WORDS : { ...WORDS, sharedComment: TEXT },
    })
  logged = listenToTheLog()
  await signInAs(app, reviewer)
})

afterEach(() => app.close())

/** Puts the markers wherever an applicant, a referee or a team says anything; files are called and filled with them. */
async function mark(ids: string[]) {
  const { db } = app
  const people = db.selectFrom('applications').select('personId').where('id', 'in', ids)
  const names = { fullName: NAME, latinName: NAME, badgeName: NAME, certificateName: NAME, sortKey: 'zzmarkername' }
  const who = { ...names, email: EMAIL, emailKey: EMAIL, affiliation: PLACE }
  await db.updateTable('people').set(who).where('id', 'in', people).execute()
  await db
    .updateTable('applications')
    .set({ institutionKey: 'zzmarkerplace', note: TEXT, eligibilityNote: TEXT })
    .where('id', 'in', ids)
    .execute()
  const questions = call.sections.flatMap((section) => section.questions)
  await db.deleteFrom('applicationAnswers').where('applicationId', 'in', ids).execute()
  for (const applicationId of ids) {
    for (const { id, kind, meaning } of questions) {
      const typed = { text: TEXT, longtext: TEXT, email: EMAIL, phone: '+250 788 123 456' } as Record<string, string>
      const value =
        kind === 'file' ? await file('application') : meaning === 'institution' ? PLACE : (typed[kind] ?? '')
      if (value === '') continue
      const row = { applicationId, questionId: id, value, asked: '', questionVersion: 1 }
      await db
        .insertInto('applicationAnswers')
        .values({ ...row, answeredAt: NOW, erasedAt: null })
        .execute()
    }
    const letter = { state: 'answered' as const, letter: TEXT, fileId: await file('letter'), answeredAt: NOW }
    const referee = { fullName: 'Zzmarkerreferee', email: 'zzmarkerreferee@example.org', facts: '{}' }
    await db
      .updateTable('referees')
      .set({ ...letter, ...referee })
      .where('applicationId', '=', applicationId)
      .execute()
  }
}

/** All are of one team; the last has another name, that all of them write down. */
async function team(ids: string[]) {
  const { db } = app
  const teamId = newId(NOW)
  await db
    .insertInto('applicationTeams')
    .values({ id: teamId, callId: call.id, code: 'TEAM-1', createdAt: NOW })
    .execute()
  await db.updateTable('applications').set({ teamId }).where('id', 'in', ids).execute()
  const names = { fullName: MATE, latinName: MATE, badgeName: MATE, certificateName: MATE, sortKey: 'zzmarkermate' }
  await db
    .updateTable('people')
    .set({ ...names, email: null, emailKey: null })
    .where('id', 'in', db.selectFrom('applications').select('personId').where('id', '=', ids.at(-1)!))
    .execute()
}

async function file(purpose: 'application' | 'letter', text = `%PDF-1.7\n% ${TEXT}\n%%EOF\n`): Promise<string> {
  const kept = { eventId: call.eventId, eraseAt: null, now: NOW, purpose }
  const stored = await saveFile(app.db, { content: Buffer.from(text), name: `${NAME} cv.pdf`, ...kept })
  return stored.ok ? stored.value.id : ''
}

/** What is logged from now on, as it would be written. */
function listenToTheLog(): string[] {
  const lines: string[] = []
  const { log } = app.services
  for (const level of ['trace', 'debug', 'info', 'warn', 'error', 'fatal'] as const)
    log[level] = (...said: unknown[]) => void lines.push(JSON.stringify(said))
  return lines
}

/** Everything that the reviewer is sent by any address: the address, and what of it has a marker. */
async function walked() {
  const own = (await reviewsOf(app.db, call.id)).filter(({ accountId }) => accountId === reviewer)
  const labels = own.map(({ number }) => `${call.numberPrefix}-${String(number).padStart(3, '0')}`)
  const ids = own.map(({ applicationId }) => applicationId)
  const codes = await app.db.selectFrom('applications').select('code').where('id', 'in', ids).execute()
  const files = call.sections.flatMap(({ questions }) => questions).filter(({ kind }) => kind === 'file')
  const stored = await app.db.selectFrom('files').select('id').execute()
  const addresses = everyAddress(
    {
      event: [eventSlug],
      call: [call.slug],
      number: labels,
      file: [...files.map(({ code }) => code), 'letter-1', 'letter-2', ...stored.slice(0, 3).map(({ id }) => id)],
      code: codes.map(({ code }) => code),
      series: ['ntw'],
      reviewer: [reviewer],
      page: ['privacy'],
    },
    [ids[0]!],
  )
  const answered: { address: string; status: number; leaks: boolean; text: string }[] = []
  for (const address of addresses) answered.push({ address, ...(await look(await app.get(address))) })
  const first = `/en/review/${eventSlug}/${call.slug}/${labels[0]}`
  const sheet = `number,version\r\n${labels.map((label) => `${label},1`).join('\r\n')}`
  for (const [address, form] of [
    [first, { [`score-${call.criteria[0]!.code}`]: '9999' }],
    [`${first}/next`, { version: '1' }],
    [`${first}/keep`, { version: '1' }],
    [`${first}/skip`, { why: '' }],
    [`/en/review/${eventSlug}/${call.slug}/batch`, { text: sheet }],
    ['/en/status', { code: codes[0]!.code, email: 'blind@plenary.example', name: 'x' }],
  ] as const)
    answered.push({ address: `POST ${address}`, ...(await look(await app.post(address, form))) })
  return answered
}

async function look(response: Response) {
  const bytes = Buffer.from(await response.arrayBuffer())
  const isSheet = response.headers.get('Content-Type')?.includes('spreadsheetml') ?? false
  const text = isSheet ? JSON.stringify(await readSheet(bytes, { rows: 100, columns: 100 })) : bytes.toString('utf8')
  const head = decodeURIComponent(JSON.stringify([...response.headers]).replaceAll('%', '%25'))
  return {
    text,
    status: response.status,
    leaks: MARKER.test(text) || MARKER.test(head) || MARKER.test(decodeAll(head)),
  }
}

function decodeAll(text: string): string {
  return text.replace(/(%[0-9a-f]{2})+/gi, (signs) => Buffer.from(signs.replaceAll('%', ''), 'hex').toString())
}

async function mailed(): Promise<string[]> {
  const stored = await app.db
    .selectFrom('messages')
    .selectAll()
    .where('recipientEmail', '=', 'blind@plenary.example')
    .execute()
  const written = []
  for (const message of stored) written.push(await compose(app.db, mailSite(app.services), message, NOW))
  return [...stored, ...written].map((one) => JSON.stringify(one))
}

const leaking = (answers: { address: string; leaks: boolean }[]) =>
  answers.filter(({ leaks }) => leaks).map(({ address }) => address)
const reached = (answers: { address: string; status: number }[], part: string) =>
  answers.filter(({ address, status }) => address.includes(part) && status === 200).length

test(
  'a blind reviewer learns no name by any address, file, export, header, log or mail',
  async () => {
    // Of three files, one of them a letter, there are copies without names; all others wait.
    const { rows } = await listRedactable(app.db, { callId: call.id, page: 1, isWaiting: true })
    const files = rows.filter(({ isText }) => !isText)
    const chosen = [...files.filter(({ code }) => code !== '').slice(0, 2), files.find(({ code }) => code === '')!]
    for (const { fileId } of chosen) {
      const copyId = await file('application', '%PDF-1.7\n% nobody\n%%EOF\n')
      const done = await redact(app.db, { call, fileId, copyId, actor: BY_AN_ORGANIZER, now: NOW })
      expect(done).toMatchObject({ ok: true })
    }
    expect(await findUnredactedCount(app.db, call.id)).toBe(rows.length - chosen.length)
    const answers = await walked()
    expect(leaking(answers)).toEqual([])
    expect(answers.some(({ text }) => text.includes('What the others say'))).toBe(true)
    expect(answers.filter(({ text }) => text.includes('% nobody')).length).toBe(chosen.length)
    for (const part of ['/review', '/S-', '/batch.csv', '/batch.xlsx', '/batch.html', '/me', '/files/'])
      expect(reached(answers, part), part).toBeGreaterThan(0)
    // Nothing that belongs to organizers, instructors, finance or administrators answers at all.
    for (const part of ['/organize/', '/teach/', '/finance/', '/admin']) expect(reached(answers, part), part).toBe(0)
    const mails = await mailed()
    expect(mails.length).toBeGreaterThan(0)
    expect(mails.filter((mail) => MARKER.test(mail))).toEqual([])
    expect(logged.filter((line) => MARKER.test(line))).toEqual([])
  },
  WALK,
)

test(
  'the same walk finds names where the call is not blind',
  async () => {
    await app.db.updateTable('calls').set({ isBlind: 0 }).where('id', '=', call.id).execute()
    const found = leaking(await walked()).join('\n')
    for (const part of [/\/S-\d+$/m, /batch\.html/, /files\/[a-z]/]) expect(found).toMatch(part)
    expect(found).not.toMatch(/organize|finance|admin/)
  },
  WALK,
)
