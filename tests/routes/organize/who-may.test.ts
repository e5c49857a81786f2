import { afterAll, beforeAll, expect, test } from 'vitest'
import { givenTrack } from '#tests/participants/given-participants.ts'
import { testApp } from '#tests/support/app.ts'
import { givenAccount, givenEvent, givenSeries } from '#tests/support/given.ts'
import { signInAs } from '#tests/support/signed-in.ts'

let app: Awaited<ReturnType<typeof testApp>>
let slug: string
let trackId: string
const accounts: Record<string, string | null> = { stranger: null }

beforeAll(async () => {
  app = await testApp()
  const [series, foreign] = [await givenSeries(app.db), await givenSeries(app.db, 'ndss', 'ndss')]
  const [event, other] = [await givenEvent(app.db), await givenEvent(app.db)]
  slug = event.slug
  trackId = await givenTrack(app.db, event.id, 'T1')
  const elsewhere = await givenTrack(app.db, other.id, 'T9')
  const add = async (name: string, ...roles: Parameters<typeof givenAccount>[2] & object) => {
    accounts[name] = (await givenAccount(app.db, `${name}@plenary.example`, roles)).accountId
  }
  await add('attendee')
  await add('organizer-of-series', { role: 'organizer', scope: 'series', scopeId: series.id })
  await add('organizer-of-event', { role: 'organizer', scope: 'event', scopeId: event.id })
  await add('organizer-of-other-series', { role: 'organizer', scope: 'series', scopeId: foreign.id })
  await add('organizer-of-other-event', { role: 'organizer', scope: 'event', scopeId: other.id })
  await add('instructor', { role: 'instructor', scope: 'event', scopeId: event.id })
  await add('instructor-of-track', { role: 'instructor', scope: 'event', scopeId: event.id, trackId })
  await add('instructor-of-other-track', { role: 'instructor', scope: 'event', scopeId: other.id, trackId: elsewhere })
  await add('finance', { role: 'finance', scope: 'installation' })
  await add('administrator', { role: 'administrator', scope: 'installation' })
})

afterAll(() => app.close())

/** Of an event’s desk, of the list of events, of a new event, of teaching, of a workshop. 303: to sign in. */
const ANSWERS: [who: string, desk: number, events: number, create: number, workshops: number, workshop: number][] = [
  ['stranger', 303, 303, 303, 303, 303],
  ['attendee', 404, 404, 404, 404, 404],
  ['organizer-of-series', 200, 200, 200, 200, 200],
  ['organizer-of-event', 200, 200, 404, 200, 200],
  ['organizer-of-other-series', 404, 200, 200, 200, 404],
  ['organizer-of-other-event', 404, 200, 404, 200, 404],
  ['instructor', 404, 404, 404, 200, 200],
  ['instructor-of-track', 404, 404, 404, 200, 200],
  ['instructor-of-other-track', 404, 404, 404, 200, 404],
  ['finance', 404, 404, 404, 404, 404],
  ['administrator', 200, 200, 200, 200, 200],
]

const DESK = [
  '',
  '/details',
  '/tracks',
  '/tracks/new',
  '/people',
  '/people/new',
  '/team/new',
  '/tickets',
  '/tickets/new',
  '/seats/new',
  '/questions',
  '/questions/new',
  '/registrations',
  '/publish',
  '/unpublish',
  '/move',
  '/move/preview',
  '/postpone',
  '/postpone/preview',
  '/reinstate',
  '/cancel',
  '/cancel/preview',
  '/preview',
  '/preview/link',
  '/publish/review',
]
/** Lists have a table of their own, by purpose: `tests/routes/teach/who-may-see.test.ts`. */
const TEACHING = ['', '/list', '/sessions', '/lab', '/paper', '/attendance', '/certificates', '/surveys', '/messages']

test.each(ANSWERS)('%s', async (who, desk, events, create, workshops, workshop) => {
  app.forgetCookies()
  const accountId = accounts[who]
  if (accountId) await signInAs(app, accountId)
  const expected: Record<string, number> = { '/organize': events, '/organize/new': create, '/teach': workshops }
  for (const page of DESK) expected[`/organize/${slug}${page}`] = desk
  for (const page of TEACHING) expected[`/teach/${slug}${page}`] = workshop
  const answered: Record<string, number> = {}
  for (const path of Object.keys(expected)) {
    const response = await app.get(path)
    await response.text()
    answered[path] = response.status
    if (response.status === 303)
      expect(response.headers.get('Location')).toBe(`/signin?${new URLSearchParams({ to: path })}`)
  }
  expect(answered).toEqual(expected)
})

/** What changes something, with the answer of those who may not. */
const CHANGES = [
  '/details',
  '/tracks/new',
  '/people/new',
  '/team/new',
  '/tracks/x/remove',
  '/people/x/remove',
  '/team/roles/x/remove',
  '/tickets/new',
  '/tickets/x/remove',
  '/seats/new',
  '/seats/x/remove',
  '/questions/new',
  '/questions/x/remove',
  '/publish',
  '/unpublish',
  '/move',
  '/move/preview',
  '/postpone/preview',
  '/reinstate/preview',
  '/cancel',
  '/cancel/preview',
  '/preview/link',
  '/preview/link/end',
  '/publish/review',
  '/publish/x/agree',
  '/publish/x/refuse',
  '/publish/x/withdraw',
]

test.each(ANSWERS.filter(([, desk]) => desk !== 200))('%s changes nothing', async (who, desk) => {
  app.forgetCookies()
  const accountId = accounts[who]
  if (accountId) await signInAs(app, accountId)
  const before = await app.db.selectFrom('events').select(['status', 'version']).where('slug', '=', slug).execute()
  for (const path of CHANGES) expect((await app.post(`/organize/${slug}${path}`, {})).status, path).toBe(desk)
  expect(await app.db.selectFrom('events').select(['status', 'version']).where('slug', '=', slug).execute()).toEqual(
    before,
  )
})
