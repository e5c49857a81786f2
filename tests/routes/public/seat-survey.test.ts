import { brotliCompressSync } from 'node:zlib'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { checkInvariants } from '#app/audit/check-invariants.server.ts'
import { seatKey } from '#app/registrations/order-key.ts'
import { testApp } from '#tests/support/app.ts'
import { givenCourse, givenSurvey } from '#tests/surveys/given-survey.ts'

let app: Awaited<ReturnType<typeof testApp>>
let course: Awaited<ReturnType<typeof givenCourse>>

const LAST_DAY = '2027-06-18T14:00:00.000Z'
const END = {
  promise: 'anonymous',
  'answers.content': '5',
  'answers.pace': 'right',
  'answers.instructors': '4',
  'answers.labs': '4',
  'answers.rooms': '3',
}

beforeEach(async () => {
  app = await testApp()
  course = await givenCourse(app.db, [2, 1])
})

afterEach(async () => {
  expect((await checkInvariants(app.db)).filter(({ violations }) => violations > 0)).toEqual([])
  await app.close()
})

/** The addresses of somebody's pages. */
async function seatOf(registrationId: string) {
  const seat = await app.db
    .selectFrom('registrations')
    .innerJoin('orders', 'orders.id', 'registrations.orderId')
    .select(['registrations.id', 'registrations.code', 'registrations.personId', 'orders.keyVersion'])
    .where('registrations.id', '=', registrationId)
    .executeTakeFirstOrThrow()
  const key = seatKey(app.services.config.secret, seat)
  return (path = '', language = 'en') => `/${language}/registrations/${seat.code}${path}?key=${key}`
}

async function pageOf(path: string, status = 200): Promise<string> {
  const response = await app.get(path)
  expect(response.status, path).toBe(status)
  expect(response.headers.get('Cache-Control')).toBe('no-store')
  return await response.text()
}

test('an anonymous survey says what becomes of the answers before it is sent, and is answered once', async () => {
  const surveyId = await givenSurvey(app.db, { eventId: course.event.id })
  const address = await seatOf(course.seats[0]!)
  app.setNow(LAST_DAY)
  const seat = await pageOf(address())
  expect(seat).toContain(`/surveys/${surveyId}?key=`)
  const form = await pageOf(address(`/surveys/${surveyId}`))
  expect(form).toContain('Anonymous')
  expect(form).toContain('from 5 answers on')
  expect(form).toContain('Once sent, an answer cannot be changed')
  expect(form).toContain('3 July 2027, 00:00 (UTC+2), which is 2 July 2027, 22:00 (UTC)')
  const refused = await app.post(address(`/surveys/${surveyId}`), {
    ...END,
    'answers.pace': '',
    'answers.keep': 'The <b>labs',
  })
  expect(refused.status).toBe(422)
  const again = await refused.text()
  expect(again).toContain('The &lt;b&gt;labs')
  expect(again).toContain('<option value="5" selected="">')
  const sent = await app.post(address(`/surveys/${surveyId}`), END)
  expect(sent.status).toBe(303)
  expect(await pageOf(sent.headers.get('Location')!)).toContain('They are kept without your name.')
  expect((await app.post(address(`/surveys/${surveyId}`), END)).status).toBe(409)
  expect(await pageOf(address(`/surveys/${surveyId}`))).not.toContain('<form method="post"')
  expect(await app.db.selectFrom('surveyResponses').selectAll().execute()).toHaveLength(1)
})

test('an answer with a name comes back filled in, and is changed until the survey closes', async () => {
  const surveyId = await givenSurvey(app.db, { eventId: course.event.id, kind: 'before' })
  const address = await seatOf(course.seats[0]!)
  app.setNow('2027-05-22T10:00:00.000Z')
  const skills = ['ip-addressing', 'routing', 'bgp', 'dns', 'unix', 'monitoring']
  const answers = (level: string) => ({
    promise: 'named',
    ...Object.fromEntries(skills.map((skill) => [`answers.skill-${skill}`, level])),
    'answers.laptop': 'linux',
  })
  expect(await pageOf(address(`/surveys/${surveyId}`, 'fr'))).toContain('lisent vos réponses avec votre nom')
  expect((await app.post(address(`/surveys/${surveyId}`), answers('1'))).status).toBe(303)
  expect(await pageOf(address(`/surveys/${surveyId}`))).toContain('<option value="1" selected="">')
  expect((await app.post(address(`/surveys/${surveyId}`), answers('3'))).status).toBe(303)
  const values = await app.db.selectFrom('surveyAnswers').select('value').distinct().execute()
  expect(values.map(({ value }) => value).toSorted()).toEqual(['3', 'linux'])
  app.setNow('2027-05-29T10:00:00.000Z')
  expect(await pageOf(address(`/surveys/${surveyId}`))).toContain('This survey is closed')
  expect((await app.post(address(`/surveys/${surveyId}`), answers('2'))).status).toBe(409)
})

test('without the key, of another track or event, or before it is ready there is nothing', async () => {
  const { event, tracks, seats } = course
  const ofOther = await givenSurvey(app.db, { eventId: event.id, trackId: tracks[1] })
  const elsewhere = await givenCourse(app.db, [1, 0])
  const foreign = await givenSurvey(app.db, { eventId: elsewhere.event.id })
  const draft = await givenSurvey(app.db, { eventId: event.id })
  await app.db.updateTable('surveys').set({ status: 'draft' }).where('id', '=', draft).execute()
  const address = await seatOf(seats[0]!)
  app.setNow(LAST_DAY)
  for (const survey of [ofOther, foreign, draft, 'nothing']) {
    await pageOf(address(`/surveys/${survey}`), 404)
    expect((await app.post(address(`/surveys/${survey}`), END)).status).toBe(404)
  }
  const [bare] = address(`/surveys/${draft}`).split('?')
  await pageOf(`${bare}?key=wrong`, 404)
  expect(await pageOf(address())).not.toContain('/surveys/')
  expect(await app.db.selectFrom('surveyTurnouts').selectAll().execute()).toEqual([])
})

test('every model, in every language, goes to a phone in 14 kB with its stylesheet and without script', async () => {
  const ids = []
  for (const kind of ['before', 'daily', 'end', 'impact'] as const)
    ids.push(
      await givenSurvey(app.db, {
        eventId: course.event.id,
        kind,
        opensAt: '2027-06-14T10:00:00.000Z',
        closesAt: '2027-07-14T10:00:00.000Z',
      }),
    )
  const address = await seatOf(course.seats[0]!)
  app.setNow('2027-06-14T14:00:00.000Z')
  for (const id of ids)
    for (const language of ['en', 'fr', 'ar']) {
      const html = await pageOf(address(`/surveys/${id}`, language))
      expect(html).not.toContain('<script')
      // The stylesheet stands in the page's budget with the 7 kB that it may have.
      expect(brotliCompressSync(html).length, `${id} ${language}`).toBeLessThan(14 * 1024 - 7168)
    }
})
