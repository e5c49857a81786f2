import { afterEach, beforeEach, expect, test } from 'vitest'
import { countQueries } from './count-queries.ts'
import { testApp } from '#tests/support/app.ts'
import { givenAccount } from '#tests/support/given.ts'
import { signInAs } from '#tests/support/signed-in.ts'
import { givenCourse, givenSurvey, whenAnswered } from '#tests/surveys/given-survey.ts'

let app: Awaited<ReturnType<typeof testApp>>
let course: Awaited<ReturnType<typeof givenCourse>>
let people: Record<'organizer' | 'ofA' | 'ofAll' | 'frontDesk' | 'stranger', string>

const LAST_DAY = '2027-06-18T14:00:00.000Z'
const CLOSED = '2027-07-03T00:00:00.000Z'
const END = { content: '5', pace: 'right', instructors: '4', labs: '4', rooms: '3', keep: 'The labs' }

beforeEach(async () => {
  app = await testApp()
  course = await givenCourse(app.db, [6, 6])
  const scope = { scope: 'event', scopeId: course.event.id } as const
  const account = async (name: string, roles: Parameters<typeof givenAccount>[2]) =>
    (await givenAccount(app.db, `${name}@example.org`, roles)).accountId
  people = {
    organizer: await account('organizer', [{ role: 'organizer', ...scope }]),
    ofA: await account('of-a', [{ role: 'instructor', ...scope, trackId: course.tracks[0] }]),
    ofAll: await account('of-all', [{ role: 'instructor', ...scope }]),
    frontDesk: await account('front-desk', [{ role: 'front-desk', ...scope }]),
    stranger: await account('stranger', []),
  }
})

afterEach(async () => {
  await app.close()
})

async function as(person: keyof typeof people) {
  app.forgetCookies()
  await signInAs(app, people[person])
}

async function statusOf(path: string): Promise<number> {
  return (await app.get(path)).status
}

async function textOf(path: string): Promise<string> {
  const response = await app.get(path)
  expect(response.status, path).toBe(200)
  return await response.text()
}

test('an organizer begins a survey from a model, changes words and questions, and makes it ready', async () => {
  const base = `/en/organize/${course.event.slug}/surveys`
  await as('organizer')
  expect(await textOf(base)).toContain('No surveys yet')
  const begun = await app.post(base, { kind: 'end', trackId: '' })
  expect(begun.status).toBe(303)
  const own = begun.headers.get('Location')!
  const page = await textOf(own)
  expect(page).toContain('At the end of the course')
  expect(page).toContain('What should we keep?')
  expect(await textOf(`${own}?text=fr`)).toContain('À la fin du cours')
  const surveyId = own.split('/').at(-1)!
  const read = async () =>
    await app.db.selectFrom('surveys').selectAll().where('id', '=', surveyId).executeTakeFirstOrThrow()
  const { version } = await read()
  const form = {
    seen: String(version),
    textLanguage: 'en',
    title: 'How was it?',
    intro: '',
    trackId: '',
    isAnonymous: 'on',
    minimum: '4',
    opensAt: '2027-06-18T10:00',
    closesAt: '2027-06-30T24:00',
  }
  const wrong = await app.post(own, { ...form, closesAt: '2027-06-17T10:00' })
  expect(wrong.status).toBe(422)
  expect(await wrong.text()).toContain('It must close after it opens')
  expect((await app.post(own, { ...form, closesAt: '2027-06-30T10:00' })).status).toBe(303)
  expect((await app.post(own, { ...form, closesAt: '2027-06-30T10:00' })).status).toBe(409)
  expect(await read()).toMatchObject({ minimum: 4, opensAt: '2027-06-18T08:00:00.000Z' })

  const question = { textLanguage: 'en', label: 'The food', kind: 'choice', isAsked: 'on' }
  const added = await app.post(`${own}/questions/new`, {
    ...question,
    'options[0].value': '',
    'options[0].label': 'Good',
    'options[1].value': '',
    'options[1].label': 'Bad',
  })
  expect(added.status).toBe(303)
  const questionId = added.headers.get('Location')!.split('#q-')[1]!
  expect((await app.post(`${own}/questions/${questionId}/up`, {})).status).toBe(303)
  expect((await app.post(`${own}/questions/${questionId}`, { ...question, kind: 'yesno' })).status).toBe(303)
  expect((await app.post(`${own}/questions/${questionId}/remove`, {})).status).toBe(303)
  expect(await textOf(`${own}/status/ready`)).toContain('gets one mail')
  expect((await app.post(`${own}/status/ready`, {})).status).toBe(303)
  expect((await read()).status).toBe('ready')
  expect((await app.post(`${own}/status/draft`, {})).status).toBe(303)
  expect((await app.post(`${own}/remove`, {})).status).toBe(303)
  expect(await statusOf(own)).toBe(404)
})

test('what was promised to who has answered cannot be loosened, and a closed anonymous survey stays closed', async () => {
  const surveyId = await givenSurvey(app.db, { eventId: course.event.id })
  await whenAnswered(app.db, { surveyId, registrationId: course.seats[0]!, answers: END, now: LAST_DAY })
  const own = `/en/organize/${course.event.slug}/surveys/${surveyId}`
  await as('organizer')
  app.setNow(LAST_DAY)
  await as('organizer')
  const send = async (change: Record<string, string>) => {
    const { version } = await app.db.selectFrom('surveys').select('version').executeTakeFirstOrThrow()
    const form = {
      seen: String(version),
      textLanguage: 'en',
      title: 'End',
      intro: '',
      trackId: '',
      isAnonymous: 'on',
      minimum: '5',
      opensAt: '2027-06-18T12:00',
      closesAt: '2027-07-03T00:00',
      ...change,
    }
    const kept = Object.fromEntries(Object.entries(form).filter(([name, value]) => !(name === 'isAnonymous' && !value)))
    return (await app.post(own, kept)).status
  }
  expect(await send({ isAnonymous: '' })).toBe(409)
  expect(await send({ minimum: '3' })).toBe(409)
  expect(await send({ trackId: course.tracks[0] })).toBe(409)
  expect(await send({ minimum: '6', closesAt: '2027-07-04T00:00' })).toBe(303)
  expect((await app.post(`${own}/status/draft`, {})).status).toBe(409)
  expect((await app.post(`${own}/remove`, {})).status).toBe(409)
  expect((await app.post(`${own}/status/closed`, {})).status).toBe(303)
  expect(await send({ minimum: '6', closesAt: '2027-07-10T00:00' })).toBe(409)
  expect((await app.post(`${own}/status/ready`, {})).status).toBe(409)
  const survey = await app.db.selectFrom('surveys').selectAll().executeTakeFirstOrThrow()
  expect(survey).toMatchObject({ status: 'closed', closesAt: LAST_DAY, isAnonymous: 1, minimum: 6 })
})

test('an instructor writes for their own track, reads their own answers, and knows nothing of another track', async () => {
  const { event, tracks, seats } = course
  const ofAll = await givenSurvey(app.db, { eventId: event.id })
  const ofB = await givenSurvey(app.db, { eventId: event.id, trackId: tracks[1] })
  for (const [at, registrationId] of seats.entries())
    await whenAnswered(app.db, {
      surveyId: ofAll,
      registrationId,
      answers: { ...END, keep: at < 6 ? 'ours' : 'theirs' },
      now: LAST_DAY,
    })
  app.setNow(CLOSED)
  const base = `/en/teach/${event.slug}/surveys`
  await as('ofA')
  const list = await textOf(base)
  expect(list).toContain(ofAll)
  expect(list).not.toContain(ofB)
  for (const path of ['', '/results', '/results.csv', '/edit', '/status/closed', '/remove', '/questions/new'])
    expect(await statusOf(`${base}/${ofB}${path}`), path).toBe(404)
  const results = await textOf(`${base}/${ofAll}`)
  expect(results).toContain('ours')
  expect(results).not.toContain('theirs')
  expect(await textOf(`${base}/${ofAll}?track=${tracks[1]}`)).not.toContain('theirs')
  expect(await textOf(`${base}/${ofAll}/results.csv?track=${tracks[1]}`)).not.toContain('theirs')
  expect(await textOf(`${base}/${ofAll}/edit`)).toContain('belong to the organizers')
  for (const path of ['/status/closed', '/remove', '/questions/new'])
    expect(await statusOf(`${base}/${ofAll}${path}`), path).toBe(404)
  expect((await app.post(base, { kind: 'daily', trackId: tracks[1] })).status).toBe(409)
  expect((await app.post(base, { kind: 'daily', trackId: '' })).status).toBe(409)
  const begun = await app.post(base, { kind: 'daily', trackId: tracks[0] })
  expect(begun.status).toBe(303)
  expect(await textOf(begun.headers.get('Location')!)).toContain('How was today?')
})

test('everybody else finds nothing, and nothing of another event', async () => {
  const surveyId = await givenSurvey(app.db, { eventId: course.event.id })
  const elsewhere = await givenCourse(app.db, [1, 1])
  const foreign = await givenSurvey(app.db, { eventId: elsewhere.event.id })
  const { slug } = course.event
  for (const who of ['stranger', 'frontDesk'] as const) {
    await as(who)
    for (const path of [
      `/organize/${slug}/surveys`,
      `/teach/${slug}/surveys`,
      `/organize/${slug}/surveys/${surveyId}/results.csv`,
    ])
      expect(await statusOf(`/en${path}`), `${who} ${path}`).toBe(404)
  }
  await as('ofA')
  expect(await statusOf(`/en/organize/${slug}/surveys/${surveyId}`)).toBe(404)
  await as('organizer')
  for (const path of ['', '/results', '/results.csv', '/remove', '/status/ready', '/questions/new'])
    expect(await statusOf(`/en/organize/${slug}/surveys/${foreign}${path}`), path).toBe(404)
})

test('an anonymous survey shows and gives away nothing before it is closed, and no person afterwards', async () => {
  const surveyId = await givenSurvey(app.db, { eventId: course.event.id })
  for (const registrationId of course.seats)
    await whenAnswered(app.db, { surveyId, registrationId, answers: END, now: LAST_DAY })
  const results = `/en/organize/${course.event.slug}/surveys/${surveyId}/results`
  app.setNow(LAST_DAY)
  await as('organizer')
  const during = await textOf(results)
  expect(during).toContain('Results come when it is closed')
  expect(during).not.toContain('The labs')
  expect(await statusOf(`${results}.csv`)).toBe(404)
  app.setNow(CLOSED)
  await as('organizer')
  const after = await textOf(results)
  expect(after).toContain('12 answers · Mean 5')
  expect(after).toMatch(/<svg[^>]*role="img"/)
  expect(after).not.toContain('Person ')
  const file = await textOf(`${results}.csv`)
  expect(file).toContain('The content,5: very good,12')
  expect(file).not.toContain('Person ')
  const logged = await app.db.selectFrom('downloads').selectAll().execute()
  expect(logged).toMatchObject([{ kind: 'survey.csv', accountId: people.organizer }])
})

test('a list of surveys and the results take the same number of queries for few and for many', async () => {
  const base = `/en/organize/${course.event.slug}/surveys`
  const surveyId = await givenSurvey(app.db, { eventId: course.event.id, kind: 'before' })
  await as('organizer')
  const answer = async (seat: string) =>
    await whenAnswered(app.db, {
      surveyId,
      registrationId: seat,
      answers: { 'skill-bgp': '1', laptop: 'linux', topics: 'Peering' },
      isAnonymous: false,
      now: '2027-05-22T10:00:00.000Z',
    })
  await answer(course.seats[0]!)
  const paths = [base, `${base}/${surveyId}/results`, `${base}/${surveyId}`]
  const few = await countQueries(app, paths)
  for (const seat of course.seats) await answer(seat)
  for (let more = 0; more < 20; more++) await givenSurvey(app.db, { eventId: course.event.id })
  expect(await countQueries(app, paths)).toEqual(few)
})
