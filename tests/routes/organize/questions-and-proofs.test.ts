import { afterEach, beforeEach, expect, test } from 'vitest'
import { countQueries } from './count-queries.ts'
import { saveFile } from '#app/files/save-file.server.ts'
import { freezeAnswer } from '#app/registrations/questions/freeze-answer.ts'
import { listQuestions } from '#app/registrations/questions/list-questions.server.ts'
import { askedQuestions } from '#app/registrations/questions/queries.server.ts'
import { newId } from '#app/values/id.ts'
import { givenParticipants, givenTrack } from '#tests/participants/given-participants.ts'
import { givenQuestion, YES_NO } from '#tests/registrations/questions/a-question.ts'
import { NOW, testApp } from '#tests/support/app.ts'
import { givenAccount, givenEvent } from '#tests/support/given.ts'
import { signInAs } from '#tests/support/signed-in.ts'

let app: Awaited<ReturnType<typeof testApp>>
let event: Awaited<ReturnType<typeof givenEvent>>
let base: string

beforeEach(async () => {
  app = await testApp()
  event = await givenEvent(app.db, {
    tickets: [
      { seats: 100, name: 'Full pass' },
      { seats: 5, name: 'Day' },
    ],
  })
  base = `/en/organize/${event.slug}`
  const account = await givenAccount(app.db, 'wanjiku@example.org', [
    { role: 'organizer', scope: 'event', scopeId: event.id },
  ])
  await signInAs(app, account.accountId)
})

afterEach(() => app.close())

const html = async (path: string) => {
  const response = await app.get(path)
  expect(response.status).toBe(200)
  // Names stand isolated in sentences; that is looked at elsewhere.
  return (await response.text()).replace(/[\u2068\u2069]/g, '')
}

const FORM = {
  textLanguage: 'en',
  label: 'Passport number',
  kind: 'text',
  isAsked: 'on',
  purpose: 'For the letter',
  audience: 'organizers',
}

test('a question with its stage and condition, said in words and moved up', async () => {
  const trackId = await givenTrack(app.db, event.id, 'T1', 'Routing')
  const visa = await givenQuestion(app.db, event.id, { kind: 'yesno', label: 'Visa?' })
  const form = await html(`${base}/questions/new`)
  expect(form).toContain('Visa?: Yes')
  const sent = await app.post(`${base}/questions/new`, {
    ...FORM,
    stage: 'before-event',
    shownWhen: `${visa}:yes`,
    trackIds: trackId,
    ticketTypeIds: event.tickets[0]!.id,
  })
  expect(sent.status).toBe(303)
  const list = await html(`${base}/questions`)
  expect(list).toContain('Asked of: those with Full pass, in Routing, who answered “Yes” to “Visa?”')
  const refused = await app.post(`${base}/questions/${visa}`, { ...FORM, label: 'Visa?', kind: 'text' })
  expect(refused.status).toBe(409)
  expect(await refused.text()).toContain('Another question is asked only after one of the answers')

  await givenQuestion(app.db, event.id, { label: 'Last' })
  const last = (await listQuestions(app.db, event.id, 'en')).find(({ label }) => label === 'Last')!
  const moved = await app.post(`${base}/questions/${last.id}/up`, {})
  expect(moved.status).toBe(303)
  const labels = (await listQuestions(app.db, event.id, 'en')).map(({ label }) => label)
  expect(labels.indexOf('Last')).toBeLessThan(labels.indexOf('Visa?'))
})

test('the dates of the stages, on the clock of the event', async () => {
  const wrong = await app.post(`${base}/questions/stages`, {
    'before-event.opensAt': '2027-05-20T09:00',
    'before-event.deadlineAt': '2027-05-01T09:00',
  })
  expect(wrong.status).toBe(422)
  const page = await wrong.text()
  expect(page).toContain('must follow one another')
  expect(page).toContain('value="2027-05-20T09:00"')
  const sent = await app.post(`${base}/questions/stages`, { 'before-event.opensAt': '2027-05-01T09:00' })
  expect(sent.status).toBe(303)
  expect(await html(`${base}/questions/stages`)).toContain('value="2027-05-01T09:00"')
})

test('answers: single ones and a file for their audience, a formula stays text; totals only for nobody’s eyes', async () => {
  const open = await givenQuestion(app.db, event.id, { label: 'Wishes' })
  const secret = await givenQuestion(app.db, event.id, {
    label: 'Diet',
    kind: 'choice',
    options: YES_NO,
    audience: 'totals',
  })
  const money = await givenQuestion(app.db, event.id, { label: 'Invoice', audience: 'finance' })
  const questions = await askedQuestions(app.db, { eventId: event.id, language: 'en', own: 'en' })
  const freeze = (id: string, value: string) =>
    freezeAnswer(
      questions.find((one) => one.id === id)!,
      value,
    )
  await givenParticipants(
    app.db,
    event,
    Array.from({ length: 30 }, (_, at) => ({
      fullName: `Person ${at}`,
      answers: [freeze(open, '=HYPERLINK("x")'), freeze(secret, at < 2 ? 'o1' : 'o2'), freeze(money, 'ACME Ltd')],
    })),
  )
  const first = await html(`${base}/questions/${open}/answers`)
  expect(first).toContain('30 people have answered')
  expect(first.match(/=HYPERLINK/g)).toHaveLength(25)
  const csv = await app.get(`${base}/questions/${open}/answers.csv`)
  expect(csv.headers.get('Content-Disposition')).toContain('attachment')
  expect(await csv.text()).toContain(`"'=HYPERLINK(""x"")"`)
  expect(await app.db.selectFrom('downloads').select(['kind', 'rowCount']).execute()).toEqual([
    { kind: 'answers.csv', rowCount: 30 },
  ])

  const totals = await html(`${base}/questions/${secret}/answers`)
  expect(totals).toContain('fewer than 5')
  expect(totals).toContain('>28<')
  expect(totals).not.toContain('Person 1')
  expect((await app.get(`${base}/questions/${secret}/answers.csv`)).status).toBe(404)
  expect(await html(`${base}/questions/${money}/answers`)).not.toContain('ACME')
  expect((await app.get(`${base}/questions/${money}/answers.csv`)).status).toBe(404)
  const list = await html(`/en/teach/${event.slug}`)
  expect(list).not.toContain('ACME')
  expect(list).not.toContain('Halal')
})

async function givenProof(fullName = 'Amina') {
  const [registrationId] = await givenParticipants(app.db, event, [{ fullName }])
  const saved = await saveFile(app.db, {
    content: Buffer.from('%PDF-1.7'),
    name: 'بطاقة.pdf',
    purpose: 'proof',
    eventId: event.id,
    eraseAt: null,
    now: NOW,
  })
  const id = newId(NOW)
  await app.db
    .insertInto('proofs')
    .values({
      id,
      registrationId: registrationId!,
      eventId: event.id,
      eligibility: 'student',
      how: 'upload',
      state: 'waiting',
      fileId: saved.ok ? saved.value.id : null,
      verifiedBy: null,
      verifiedAt: null,
      createdAt: NOW,
    })
    .execute()
  return id
}

test('a proof is looked at as a download, and decided', async () => {
  const id = await givenProof()
  const list = await html(`${base}/proofs`)
  expect(list).toContain('Waits for you')
  expect(await html(`${base}/proofs/${id}`)).toContain('بطاقة.pdf')
  const paper = await app.get(`${base}/proofs/${id}/paper`)
  expect(paper.headers.get('Content-Type')).toBe('application/pdf')
  expect(paper.headers.get('X-Content-Type-Options')).toBe('nosniff')
  expect(paper.headers.get('Content-Disposition')).toMatch(/^attachment; filename="[ -~]+"; filename\*=UTF-8''%D8/)
  expect((await app.post(`${base}/proofs/${id}/verify`, {})).status).toBe(303)
  expect((await app.get(`${base}/proofs/${id}/paper`)).status).toBe(404)
  const decided = await html(`${base}/proofs/${id}`)
  expect(decided).toContain('Verified')
  expect(decided).toContain('wanjiku')
})

test('a refusal needs its reason', async () => {
  const id = await givenProof()
  const without = await app.post(`${base}/proofs/${id}/refuse`, { reason: ' ' })
  expect(without.status).toBe(422)
  expect((await app.post(`${base}/proofs/${id}/refuse`, { reason: 'Out of date.' })).status).toBe(303)
  const late = await app.post(`${base}/proofs/${id}/refuse`, { reason: 'Out of date.' })
  expect(late.status).toBe(409)
  expect(await late.text()).toContain('Somebody has decided')
})

test('a list, pasted or as a file, says what was new, known and bad', async () => {
  const body = new FormData()
  body.append('eligibility', 'member')
  body.append('list', 'a@example.org\nnonsense\nb@example.org')
  body.append('file', new File(['email\nb@example.org\nc@example.org\n'], 'list.csv'))
  const sent = await app.fetch(`${base}/proofs/lists`, { method: 'POST', body })
  expect(sent.status).toBe(200)
  const page = await sent.text()
  expect(page).toContain('3 lines were new.')
  expect(page).toContain('One line holds neither an email address nor a number: 2.')
  expect(page).toContain('3 people')
  expect(page).not.toContain('a@example.org')
  expect((await app.post(`${base}/proofs/lists`, { eligibility: 'member', list: '' })).status).toBe(422)
  expect((await app.post(`${base}/proofs/lists/member/clear`, {})).status).toBe(303)
})

test('none of it for an organizer of something else', async () => {
  const id = await givenProof()
  const question = await givenQuestion(app.db, event.id)
  const stranger = await givenAccount(app.db, 'stranger@example.org', [
    { role: 'organizer', scope: 'event', scopeId: 'another' },
  ])
  await signInAs(app, stranger.accountId)
  for (const path of [
    `proofs`,
    `proofs/${id}`,
    `proofs/${id}/paper`,
    `proofs/lists`,
    `questions/stages`,
    `questions/${question}/answers`,
    `questions/${question}/answers.csv`,
  ])
    expect((await app.get(`${base}/${path}`)).status).toBe(404)
  expect((await app.post(`${base}/proofs/${id}/verify`, {})).status).toBe(404)
  expect((await app.post(`${base}/questions/${question}/up`, {})).status).toBe(404)
})

test('1 row and 30 rows take the same number of queries', async () => {
  const question = await givenQuestion(app.db, event.id)
  const add = async (from: number, until: number) => {
    for (let at = from; at < until; at++) {
      await givenProof(`Person ${at}`)
      await givenQuestion(app.db, event.id, { label: `Question ${at}` })
    }
    await givenParticipants(
      app.db,
      event,
      Array.from({ length: until - from }, (_, at) => ({
        fullName: `P ${from + at}`,
        answers: [{ questionId: question, value: 'Yes' }],
      })),
    )
  }
  await add(0, 1)
  const lists = ['proofs', 'questions', `questions/${question}/answers`].map((path) => `${base}/${path}`)
  const few = await countQueries(app, lists)
  await add(1, 30)
  expect(await countQueries(app, lists)).toEqual(few)
})
