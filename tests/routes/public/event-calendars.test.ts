import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { givenInet, givenNtw, givenSession } from '#tests/events/event-samples.ts'
import { testApp } from '#tests/support/app.ts'
import { givenEvent } from '#tests/support/given.ts'
import { contentLines, icalFaults } from '#tests/support/ical-checker.ts'
import { noteDeadlines } from '#app/events/deadlines/note-deadlines.server.ts'

let app: Awaited<ReturnType<typeof testApp>>

beforeAll(async () => {
  app = await testApp()
  const inet = await givenInet(app.db)
  const ntw = await givenNtw(app.db, inet.id)
  await noteDeadlines(app.db, [inet.id, ntw.id], '2026-11-21T12:00:00.000Z')
})
afterAll(() => app.close())

async function page(path: string) {
  const html = (await (await app.get(path)).text()).replaceAll('&amp;', '&')
  return { html, links: [...html.matchAll(/<a [^>]*href="([^"]+)"/g)].map(([, href]) => href!) }
}

async function calendarsOn(path: string): Promise<string[]> {
  const { links } = await page(path)
  const files = [...new Set(links.filter((href) => href.endsWith('.ics')))]
  for (const file of files) {
    const response = await app.get(file)
    expect([file, response.status]).toEqual([file, 200])
    expect([file, icalFaults(await response.text())]).toEqual([file, []])
  }
  return files
}

describe('the page of an event', () => {
  test('has the event and each of its dates for one’s calendar, and every file is there and clean', async () => {
    expect(await calendarsOn('/fr/events/inet-2027')).toEqual([
      '/fr/events/inet-2027/deadlines/scholarship-closes.ics',
      '/fr/events/inet-2027/deadlines/early-ends.ics',
      '/fr/events/inet-2027/deadlines/standard-ends.ics',
      '/fr/events/inet-2027.ics',
      '/fr/events/inet-2027/deadlines.ics',
    ])
    expect(await calendarsOn('/en/events/ntw-2027')).toContain('/en/events/ntw-2027/deadlines/apply-closes.ics')
  })

  test('has the forms of Google and Outlook filled in, and calendars that go on', async () => {
    const { links } = await page('/en/events/inet-2027')
    const google = new URL(links.find((href) => href.includes('calendar.google.com'))!).searchParams
    expect(google.get('dates')).toBe('20270621/20270626')
    const outlook = new URL(links.find((href) => href.includes('outlook.live.com'))!).searchParams
    expect(outlook.get('startdt')).toBe('2027-06-21')
    expect(outlook.get('enddt')).toBe('2027-06-26')
    expect(outlook.get('body')).toBe('http://plenary.test/en/events/inet-2027')
    expect(links).toContain('/en/calendar?series=inet')
    expect(links.some((href) => href.startsWith('/en/calendar?host='))).toBe(true)
  })

  test('of hours hands them on in UTC, with the zone they are kept in', async () => {
    const event = await givenEvent(app.db, {
      startsOn: '2027-06-14',
      endsOn: '2027-06-14',
      startsTime: '09:00',
      endsTime: '11:00',
      startsAt: '2027-06-14T07:00:00.000Z',
      endsAt: '2027-06-14T09:00:00.000Z',
    })
    const { links } = await page(`/en/events/${event.slug}`)
    const google = new URL(links.find((href) => href.includes('calendar.google.com'))!).searchParams
    expect([google.get('dates'), google.get('ctz')]).toEqual(['20270614T070000Z/20270614T090000Z', 'Africa/Kigali'])
  })

  test.each([
    ['cancelled', { status: 'cancelled' as const }],
    ['postponed', { postponedAt: '2026-11-20T08:00:00.000Z' }],
    ['over', { startsOn: '2026-06-01' }],
  ])('has nothing to add when it is %s', async (_, given) => {
    const event = await givenEvent(app.db, given)
    const { html, links } = await page(`/en/events/${event.slug}`)
    expect(html).toContain('Routing workshop')
    expect(links.filter((href) => /\.ics$|calendar\.google|outlook\.live/.test(href))).toEqual([])
  })
})

test('the page of a postponed event says how the new date comes by itself', async () => {
  const event = await givenEvent(app.db, { postponedAt: '2026-11-20T08:00:00.000Z' })
  const { html, links } = await page(`/en/events/${event.slug}`)
  expect(html).toContain('With a subscription, the new date comes by itself:')
  expect(links).toContain('/en/calendar?series=ntw')
})

test('the page of history of which only the year is known has nothing to add', async () => {
  const event = await givenEvent(app.db)
  await app.db.updateTable('events').set({ startsOn: '2027', endsOn: '2027' }).where('id', '=', event.id).execute()
  const { html, links } = await page(`/en/events/${event.slug}`)
  expect(html).toContain('Routing workshop')
  expect(links.filter((href) => /\.ics$|calendar\.google|outlook\.live/.test(href))).toEqual([])
})

describe('the page of a programme', () => {
  test('has all of it, each track and each session for one’s calendar, and says not to take both', async () => {
    const event = await givenEvent(app.db)
    for (const [position, code] of ['T1', 'T2'].entries())
      await app.db
        .insertInto('tracks')
        .values({
          id: `${event.id.slice(0, -2)}${code}`,
          eventId: event.id,
          code,
          position,
          language: 'en',
          level: null,
          room: null,
        })
        .execute()
    const day = { day: '2027-06-14', from: '09:00', to: '10:00' }
    const session = await givenSession(app.db, event.id, { ...day, title: 'Opening', isStreamed: 1 })
    const path = `/en/events/${event.slug}`
    expect(await calendarsOn(`${path}/programme`)).toEqual([
      `${path}/sessions/${session}.ics`,
      `${path}/programme.ics`,
      `${path}/programme/T1.ics`,
      `${path}/programme/T2.ics`,
      `${path}.ics`,
    ])
    const { html } = await page(`${path}/programme`)
    expect(html).toContain('not both')
    expect(html).toMatch(/Add to calendar<span class="vh">: <bdi>Opening<\/bdi>/)
  })
})

describe('the files of deadlines', () => {
  test('are one to keep, and all to subscribe to', async () => {
    const one = await app.get('/events/inet-2027/deadlines/early-ends.ics')
    expect(one.headers.get('Content-Disposition')).toMatch(/^attachment; filename="inet-2027-early-ends\.ics"/)
    const all = await app.get('/fr/events/inet-2027/deadlines.ics')
    expect(all.headers.get('Content-Disposition')).toMatch(/^inline; filename="inet-2027-deadlines\.ics"/)
    const text = await all.text()
    expect(contentLines(text).filter(({ name }) => name === 'UID')).toHaveLength(4)
    const source = contentLines(text).find(({ name }) => name === 'SOURCE')!
    expect(source.value).toBe('http://plenary.test/fr/events/inet-2027/deadlines.ics')
    expect(all.headers.get('Cache-Control')).toContain('public')
  })

  test('answer 304 to who has them', async () => {
    const first = await app.get('/events/inet-2027/deadlines.ics')
    const headers = { 'If-None-Match': first.headers.get('ETag')! }
    expect((await app.get('/events/inet-2027/deadlines.ics', { headers })).status).toBe(304)
  })

  test.each([
    '/events/inet-2027/deadlines/tomorrow.ics',
    '/events/inet-2027/deadlines/earlyEnds.ics',
    '/events/inet-2027/deadlines/apply-closes.ics',
    '/events/nothing/deadlines.ics',
    '/events/nothing/deadlines/early-ends.ics',
  ])('%s is not there', async (path) => {
    expect((await app.get(path)).status).toBe(404)
  })

  test('of a draft are not there', async () => {
    const { slug } = await givenEvent(app.db, { status: 'draft' })
    expect((await app.get(`/events/${slug}/deadlines.ics`)).status).toBe(404)
  })
})
