import { afterEach, beforeEach, expect, test } from 'vitest'
import { feedAddress } from '#app/events/feed-address.ts'
import { newId } from '#app/values/id.ts'
import { givenSession } from '#tests/events/event-samples.ts'
import { givenTrack } from '#tests/participants/given-participants.ts'
import { released } from '#tests/registrations/programme-news/a-version.ts'
import { countQueries } from '#tests/routes/organize/count-queries.ts'
import { NOW, testApp } from '#tests/support/app.ts'
import { givenEvent } from '#tests/support/given.ts'
import { FIRST_FLIGHT, weightOf } from '#tests/support/weight.ts'

let app: Awaited<ReturnType<typeof testApp>>
beforeEach(async () => {
  app = await testApp()
})
afterEach(() => app.close())

const HOURS = ['09:00', '11:00', '14:00', '16:00', '17:30']
/** Thirty words for each session, in an order of its own, so that no page is small because its texts are alike. */
const WORDS =
  'what we learned from running networks on links that fail with numbers and designs to take home measured over years of outages beacons cables masts schools clinics budgets volunteers registries certificates resolvers exchanges routes prefixes letters floods batteries towers fibre spectrum'.split(
    ' ',
  )
const abstractOf = (seed: number) =>
  Array.from(
    { length: 30 },
    (_, at) => WORDS[(seed * 31 + at * (7 + (seed % 11)) + ((seed * at) % 13)) % WORDS.length],
  ).join(' ')

/** As large as INET gets: five days, five tracks, some hundred and twenty sessions with people and descriptions. */
async function givenWeek() {
  const event = await givenEvent(app.db, { title: 'INET Kigali' })
  const tracks = []
  for (const code of ['T1', 'T2', 'T3', 'T4', 'T5']) tracks.push(await givenTrack(app.db, event.id, code))
  for (let day = 14; day <= 18; day++)
    for (const [slot, from] of HOURS.entries())
      for (const [place, trackId] of tracks.entries()) {
        if (slot === 0 && place > 0) continue
        await givenSession(app.db, event.id, {
          day: `2027-06-${day}`,
          from,
          to: `${from.slice(0, 2)}:59`,
          title: `${['Routing', 'Trust', 'Access', 'Policy', 'Teaching'][place]} on day ${day - 13}, part ${slot + 1}`,
          ...(slot === 0 ? {} : { trackId }),
          people: [`Speaker ${place}-${slot}`, `Chair of ${place}`],
        })
      }
  const sessions = await app.db.selectFrom('sessions').select('id').where('eventId', '=', event.id).execute()
  for (const [at, { id }] of sessions.entries())
    await app.db
      .updateTable('sessions')
      .set({ abstract: abstractOf(at), language: 'en', interpretation: at % 5 === 0 ? 'fr' : '' })
      .where('id', '=', id)
      .execute()
  return event
}

test('a day of a full programme fits into the first flight, without a script', async () => {
  const event = await givenWeek()
  for (const address of ['', '?track=T2', '?day=2027-06-18']) {
    const html = await (await app.get(`/fr/events/${event.slug}/programme${address}`)).text()
    expect(await weightOf(html)).toBeLessThanOrEqual(FIRST_FLIGHT)
    expect(html).not.toContain('<script')
  }
})

test('people with what they do, rooms, languages, materials for everybody; no stream, no address, an anchor each', async () => {
  const event = await givenEvent(app.db)
  await givenSession(app.db, event.id, {
    day: '2027-06-14',
    from: '09:00',
    to: '10:00',
    title: 'Opening',
    people: ['Ngozi Muster'],
  })
  const { id } = await app.db
    .selectFrom('sessions')
    .select('id')
    .where('eventId', '=', event.id)
    .executeTakeFirstOrThrow()
  await app.db
    .updateTable('sessions')
    .set({
      code: 'OPEN',
      language: 'en',
      interpretation: 'ar,fr',
      streamUrl: 'https://stream.example.org/secret',
      isStreamed: 1,
      takesSignUps: 1,
      capacity: 25,
    })
    .execute()
  await app.db.updateTable('sessionPeople').set({ role: 'chair', email: 'ngozi@example.org' }).execute()
  const material = { sessionId: id, position: 0, fileId: null, createdAt: NOW }
  await app.db
    .insertInto('sessionMaterials')
    .values([
      { ...material, id: newId(NOW), title: 'Slides', url: 'https://example.org/slides', audience: 'public' },
      { ...material, id: newId(NOW), title: 'Answers', url: 'https://example.org/answers', audience: 'instructors' },
    ])
    .execute()
  const html = await (await app.get(`/en/events/${event.slug}/programme`)).text()
  for (const said of [
    'id="sOPEN"',
    'Ngozi Muster</bdi> (Chair)',
    'Hall A',
    'in English',
    'interpreted into Arabic, French',
    'sign-up, 25 seats',
    'Live',
    'https://example.org/slides',
  ])
    expect(html).toContain(said)
  const text = await (await app.get(`/en/events/${event.slug}/programme.txt`)).text()
  for (const secret of ['stream.example.org', 'ngozi@', 'Answers', 'https://example.org/answers'])
    for (const body of [html, text]) expect(body).not.toContain(secret)
})

test('as plain text: 72 columns, days and hours with their zone, a track with what is for everybody', async () => {
  const event = await givenEvent(app.db, { title: 'Routing workshop', slug: 'routing-workshop' })
  const track = await givenTrack(app.db, event.id, 'T1', 'Inside the campus')
  const at = { day: '2027-06-14', from: '09:00', to: '10:30' }
  await givenSession(app.db, event.id, { ...at, title: 'Opening', people: ['Ngozi Muster'] })
  await givenSession(app.db, event.id, {
    ...at,
    from: '11:00',
    to: '12:30',
    title: 'A title that is so long that it does not fit into one line of this text',
    trackId: track,
    isStreamed: 1,
  })
  await app.db
    .updateTable('sessions')
    .set({ abstract: 'Bring a laptop.', language: 'en', interpretation: 'fr' })
    .where('trackId', '=', track)
    .execute()
  await released(app.db, event.id)
  const response = await app.get('/en/events/routing-workshop/programme.txt?track=T1')
  expect(response.headers.get('Content-Type')).toBe('text/plain; charset=utf-8')
  expect(response.headers.get('Cache-Control')).toMatch(/^public/)
  const text = await response.text()
  expect(text).toBe(`Programme of Routing workshop
=============================

Track: T1

Version 1, 21 November 2026
The current programme:
http://plenary.test/en/events/routing-workshop/programme


Monday, 14 June 2027 (UTC+2)
----------------------------

09:00–10:30  Opening
             Ngozi Muster
             Hall A

11:00–12:30  A title that is so long that it does not fit into one line
             of this text
             T1 Inside the campus · Hall A · English · interpreted into
             French · Live
             Bring a laptop.
`)
  for (const line of text.split('\n')) expect(line.length).toBeLessThanOrEqual(72)
  const arabic = await (await app.get('/ar/events/routing-workshop/programme.txt')).text()
  expect(arabic.split('\n')[0]).toMatch(/^\u200F/)
  expect((await app.get('/en/events/routing-workshop/programme.txt?track=T9')).status).toBe(404)
  expect((await app.get('/en/events/nowhere/programme.txt')).status).toBe(404)
})

test('the text has one address, whatever stands around it', () => {
  const own = '/en/events/inet-2027/programme.txt'
  expect(feedAddress('/events/inet-2027/programme.txt')).toBe(own)
  expect(feedAddress('/events/inet-2027/programme.txt?x=1&download')).toBe(own)
  expect(feedAddress('/fr/events/inet-2027/programme.txt?y&track=T2-F')).toBe(
    '/fr/events/inet-2027/programme.txt?track=T2-F',
  )
  expect(feedAddress('/events/inet-2027/programme.txt?track=%0A')).toBe(own)
  expect(feedAddress('/robots.txt')).toBeNull()
})

test('a page takes as many questions for a hundred sessions as for one', async () => {
  const one = await givenEvent(app.db)
  await givenSession(app.db, one.id, { day: '2027-06-14', from: '09:00', to: '10:00', title: 'Opening' })
  const week = await givenWeek()
  // What all events share is asked for by the first of them.
  const other = await givenEvent(app.db)
  await app.get(`/en/events/${other.slug}/programme`)
  const counts = (slug: string) =>
    countQueries(
      app,
      ['', '?day=all', '.txt', '/changes'].map((page) => `/en/events/${slug}/programme${page}`),
    )
  expect(Object.values(await counts(week.slug))).toEqual(Object.values(await counts(one.slug)))
})
