import { afterEach, beforeEach, expect, test } from 'vitest'
import { testApp } from '#tests/support/app.ts'
import { NOW } from '#tests/support/now.ts'
import { givenAccount, givenEvent } from '#tests/support/given.ts'
import { signInAs } from '#tests/support/signed-in.ts'

let app: Awaited<ReturnType<typeof testApp>>

beforeEach(async () => {
  app = await testApp()
})

afterEach(() => app.close())

async function given(facts: Parameters<typeof givenEvent>[1]) {
  const event = await givenEvent(app.db, facts)
  const { accountId } = await givenAccount(app.db, 'organizer@plenary.example', [
    { role: 'organizer', scope: 'event', scopeId: event.id },
  ])
  await signInAs(app, accountId)
  return event
}

async function preview(slug: string, query = '', language = 'en'): Promise<string> {
  const response = await app.get(`/${language}/organize/${slug}/calendar${query}`)
  expect(response.status).toBe(200)
  return (await response.text()).split('id="clients"')[1]!
}

/** What a page says, without its marks. */
const words = (html: string) =>
  html
    .replace(/<!-- -->|<select[\s\S]*?<\/select>/g, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')

const HOURS = { startsOn: '2027-06-14', endsOn: '2027-06-14', startsTime: '09:00', endsTime: '17:00' }
const MOMENTS = { startsAt: '2027-06-14T07:00:00.000Z', endsAt: '2027-06-14T15:00:00.000Z' }

test('six programs show the entry on the clock that is chosen, and the file below is the one that the public is given', async () => {
  const event = await given({ ...HOURS, ...MOMENTS, title: 'One day, <b>one</b> room' })
  const page = await preview(event.slug)
  expect(page.match(/<article/g)).toHaveLength(6)
  expect(words(page)).toContain('Monday, 14 June 2027, 09:00–17:00 (UTC+2)')
  expect(page).toContain('One day, &lt;b&gt;one&lt;/b&gt; room')
  expect(words(await preview(event.slug, '?zone=Asia/Kathmandu'))).toContain('12:45–20:45 (UTC+5:45)')
  expect(words(await preview(event.slug, '?zone=Mars/Olympus'))).toContain('09:00–17:00 (UTC+2)')
  const feed = await (await app.get(`/en/events/${event.slug}.ics`)).text()
  const [entry] = /BEGIN:VEVENT[\s\S]*END:VEVENT/.exec(feed)!
  const shown = /<pre[^>]*>([\s\S]*?)<\/pre>/.exec(page)![1]!
  const written = shown
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&#x27;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
  expect(written.replace(/\r?\n/g, '\n')).toContain(entry.replace(/\r?\n/g, '\n'))
})

test('several days are a banner everywhere', async () => {
  const event = await given({})
  expect(words(await preview(event.slug, '?zone=Pacific/Apia'))).toContain(
    'Monday 14 June – Friday 18 June 2027 All day',
  )
})

test('what is cancelled is nothing in Google and struck through in Apple; postponed as well', async () => {
  const event = await given({ ...HOURS, ...MOMENTS, status: 'cancelled', cancelledAt: NOW, title: 'Off' })
  const cancelled = await preview(event.slug)
  expect(cancelled.match(/Nothing: the entry vanishes\./g)).toHaveLength(2)
  expect(cancelled).toMatch(/<s[^>]*>CANCELLED: Off<\/s>/)
  expect(cancelled.match(/<b[^>]*>CANCELLED: Off<\/b>/g)).toHaveLength(3)
  await app.db
    .updateTable('events')
    .set({ status: 'published', cancelledAt: null, postponedAt: NOW })
    .where('id', '=', event.id)
    .execute()
  expect(await preview(event.slug)).toMatch(/<s[^>]*>POSTPONED: Off<\/s>/)
})

test('a draft can be looked at, history without a day cannot; invitations are spoken of where they are sent', async () => {
  const event = await given({ ...HOURS, ...MOMENTS, status: 'draft', publishedAt: null })
  const draft = words(await preview(event.slug))
  expect(draft).toContain('This is a draft, so no calendar has it yet.')
  expect(draft).toContain('Whoever opens it a second time has the entry twice.')
  await app.db.updateTable('events').set({ calendarMail: 'invitation' }).where('id', '=', event.id).execute()
  expect(words(await preview(event.slug))).toContain('an entry that later mails change.')
  await app.db
    .updateTable('events')
    .set({ startsOn: '2027-06', endsOn: '2027-06' })
    .where('id', '=', event.id)
    .execute()
  expect(words(await preview(event.slug))).toContain('Calendars need an exact day.')
})

test('the way in stands in the file of those who may know it', async () => {
  const event = await given({ ...HOURS, ...MOMENTS, format: 'online', onlineUrl: 'https://meet.example/room-7' })
  expect(await preview(event.slug)).not.toContain('meet.example/room-7')
  expect(await preview(event.slug, '?who=participants')).toContain('meet.example/room-7')
})

test.each(['fr', 'ar'])('in %s the entry is the one of that language', async (language) => {
  const event = await given({ ...HOURS, ...MOMENTS, format: 'online' })
  expect(await preview(event.slug, '', language)).toContain(`/${language}/events/${event.slug}`)
})
