import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testApp } from '#tests/support/app.ts'
import { givenAccount, givenEvent, givenSeries } from '#tests/support/given.ts'
import { contentLines, icalFaults } from '#tests/support/ical-checker.ts'
import { signInAs } from '#tests/support/signed-in.ts'
import { newId } from '#app/values/id.ts'
import { NOW } from '#tests/support/now.ts'

let app: Awaited<ReturnType<typeof testApp>>

beforeAll(async () => {
  app = await testApp()
  const regional = await givenSeries(app.db, 'regional', 'regional')
  const hostId = newId(NOW)
  await app.db
    .insertInto('hosts')
    .values({ id: hostId, slug: 'senegal', name: 'Chapter of Senegal', kind: 'chapter', country: 'SN', url: null })
    .execute()
  await givenEvent(app.db, { title: 'Routing in Kigali' })
  const dakar = { seriesId: regional.id, hostId, country: 'SN', city: 'Dakar', zone: 'Africa/Dakar' }
  const event = await givenEvent(app.db, {
    ...dakar,
    title: 'Routing in Dakar',
    startsOn: '2027-03-01',
    languages: 'en,fr',
  })
  await app.db.insertInto('eventLanguages').values({ eventId: event.id, language: 'fr' }).execute()
  await givenEvent(app.db, { ...dakar, title: 'Called off', startsOn: '2027-04-01', status: 'cancelled' })
  await givenEvent(app.db, { title: 'Long ago', startsOn: '2019-04-01', country: 'KE' })
})
afterAll(() => app.close())

async function page(path: string, userAgent?: string) {
  const response = await app.get(path, userAgent === undefined ? {} : { headers: { 'User-Agent': userAgent } })
  const html = await response.text()
  const plain = html.replaceAll('&amp;', '&').replaceAll('&#x27;', '’')
  return { response, html: plain, text: plain.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ') }
}

const links = (html: string) => [...html.matchAll(/<a [^>]*href="([^"]+)"/g)].map(([, href]) => href!)
const feedOf = (html: string) => links(html).find((href) => /^http:\/\/plenary\.test\/\w\w\/events\.ics/.test(href))!
const titles = (html: string) => [...html.matchAll(/<h3><a [^>]*>([^<]+)<\/a>/g)].map(([, title]) => title!)

describe('the reader’s own system', () => {
  test.each([
    ['Mozilla/5.0 (Linux; Android 14; Pixel 7)', 'How to subscribe on Android', 'Open in ICSx⁵'],
    ['Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X)', 'on an iPhone or iPad', 'Open in Apple Calendar'],
    ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)', 'How to subscribe on a Mac', 'Open in Apple Calendar'],
    ['Mozilla/5.0 (Windows NT 10.0; Win64; x64)', 'How to subscribe on Windows', 'Add to Outlook.com'],
    ['Mozilla/5.0 (X11; Linux x86_64)', 'How to subscribe on Linux', 'Open in a calendar program'],
    ['', 'How to subscribe in a browser', 'Add to Google Calendar'],
  ])('comes first for %j, and the others are folded away', async (userAgent, title, button) => {
    const { response, html } = await page('/en/calendar', userAgent)
    expect(response.headers.get('Vary')).toContain('User-Agent')
    const own = html.indexOf('<h2 id="how">')
    expect(html.slice(own, own + 100)).toContain(title)
    expect(html).toMatch(new RegExp(`class="btn go" href="[^"]+">${button}`))
    const open = html.slice(own, html.indexOf('<details', own))
    expect(open).toContain('<ol>')
    expect(html.slice(own).match(/<details>/g)).toHaveLength(5)
  })
})

describe('a calendar of one’s own choice', () => {
  test.each([
    ['', ['Routing in Dakar', 'Called off', 'Routing in Kigali']],
    ['?series=regional', ['Routing in Dakar', 'Called off']],
    ['?country=RW', ['Routing in Kigali']],
    ['?host=senegal&language=fr', ['Routing in Dakar']],
    ['?country=RW&country=SN&format=onsite', ['Routing in Dakar', 'Called off', 'Routing in Kigali']],
    ['?when=all', ['Routing in Kigali', 'Called off', 'Routing in Dakar', 'Long ago']],
    ['?country=KE', []],
  ])('%s has what the catalogue and the feed have', async (query, expected) => {
    const { html, text } = await page(`/en/calendar${query}`)
    expect(titles(html)).toEqual(expected)
    const feed = await app.get(feedOf(html))
    const calendar = await feed.text()
    expect(icalFaults(calendar)).toEqual([])
    const name = /<h2 id="feed">([^<]+)</.exec(html)![1]!
    expect(calendar).toContain(`X-WR-CALNAME:${`Plenary: ${name}`.slice(0, 50).replaceAll(',', '\\,')}`)
    const summaries = contentLines(calendar).flatMap(({ name, value }) => (name === 'SUMMARY' ? [value] : []))
    expect(summaries.map((title) => title.replace('CANCELLED: ', ''))).toEqual(expected)
    const list = await page(`/en/events${query}`)
    expect(titles(list.html).toSorted()).toEqual(expected.toSorted())
    if (expected.length === 0) expect(text).toContain('There is nothing in it yet. It fills itself')
  })

  test('has an address, the ways to subscribe to it, a name, and days with their zone', async () => {
    const { html, text } = await page('/fr/calendar?series=regional&language=fr')
    expect(text).toContain('Événements à venir · Série : NTW · Enseigné en : Français')
    const feed = 'http://plenary.test/fr/events.ics?series=regional&language=fr'
    const webcal = feed.replace('http:', 'webcal:')
    expect(links(html)).toEqual(expect.arrayContaining([feed, webcal]))
    expect(html).toContain(`calendar.google.com/calendar/r?cid=${encodeURIComponent(webcal)}`)
    expect(html).toContain(`outlook.live.com/calendar/0/addfromweb?url=${encodeURIComponent(feed)}&name=Plenary`)
    expect(html.indexOf(`>${feed}<`)).toBeLessThan(html.indexOf(webcal))
    expect(text).toContain('1–5 mars 2027 (UTC)')
    expect(text).toContain('Dakar, Sénégal')
  })

  test('is one address, however it was asked for, and is not in search engines', async () => {
    const { html } = await page('/en/calendar?when=upcoming&language=fr&q=&page=3&series=regional&colour=red')
    expect(html).toContain('<link rel="canonical" href="http://plenary.test/en/calendar?series=regional&language=fr"/>')
    expect(html).toContain('<meta name="robots" content="noindex"/>')
    expect((await page('/en/calendar')).html).not.toContain('noindex')
  })

  test('of the past is all of it, because the past alone never changes', async () => {
    expect(feedOf((await page('/en/calendar?when=past')).html)).toMatch(/events\.ics\?when=all$/)
  })

  test('is chosen in a form that asks by address and keeps what it cannot show', async () => {
    const { html } = await page('/en/calendar?q=routing&host=senegal&from=2027&when=all')
    expect(html).toContain('action="/en/calendar#feed"')
    expect(html).not.toMatch(/<form[^>]*method/)
    expect(html).toContain('<input type="hidden" name="q" value="routing"/>')
    expect(html).toContain('<input type="hidden" name="from" value="2027"/>')
    expect(html).toMatch(/<input type="checkbox" name="host" checked="" value="senegal"\/>/)
    expect(html).toMatch(/<input type="checkbox" name="when" checked="" value="all"\/>/)
  })
})

describe('the page', () => {
  test.each(['/en/calendar', '/fr/calendar?series=regional', '/ar/calendar'])(
    '%s leads nowhere that is not there',
    async (path) => {
      const { html } = await page(path)
      const own = [...new Set(links(html).map((href) => href.replace('http://plenary.test', '')))]
      const addresses = own.filter((href) => href.startsWith('/')).map((href) => href.split('#')[0]!)
      expect(addresses.length).toBeGreaterThan(15)
      const broken: string[] = []
      for (const address of addresses) {
        const response = await app.get(address)
        await response.body?.cancel()
        if (response.status !== 200) broken.push(`${response.status} ${address}`)
      }
      expect(broken).toEqual([])
      for (const [, id] of html.matchAll(/href="#([^"]+)"/g)) expect(html).toContain(`id="${id}"`)
    },
  )

  test('has ready-made calendars: every series, hosts and countries with something ahead', async () => {
    const { html } = await page('/en/calendar')
    const ready = html.slice(html.indexOf('id="ready"'), html.indexOf('id="good"'))
    expect(links(ready)).toEqual([
      '/en/calendar?when=all',
      '/en/calendar?series=ntw',
      '/en/calendar?series=regional',
      '/en/calendar?country=RW',
      '/en/calendar?country=SN',
      '/en/calendar?host=senegal',
    ])
  })

  test('says how often calendars look and what becomes of what is cancelled', async () => {
    const { text } = await page('/fr/calendar')
    expect(text).toContain('Google Agenda toutes les 4 à 24 heures disparaissent')
    expect(text).toContain('quatre-vingt-dix jours')
  })

  test('tells strangers to sign in for a calendar of their own, and others where theirs are', async () => {
    const stranger = await page('/en/calendar')
    expect(stranger.html).toContain('href="/en/signin?to=%2Fme%2Fcalendars"')
    await signInAs(app, (await givenAccount(app.db, 'a@plenary.example')).accountId)
    const own = await page('/en/calendar')
    app.forgetCookies()
    expect(own.html).toContain('href="/en/me/calendars"')
    expect(own.response.headers.get('Cache-Control')).toContain('private')
  })
})
