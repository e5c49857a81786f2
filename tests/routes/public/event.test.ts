import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testApp } from '#tests/support/app.ts'
import { givenEvent } from '#tests/support/given.ts'
import { weightOf } from '#tests/support/weight.ts'
import { givenInet, givenNtw } from '#tests/events/event-samples.ts'

let app: Awaited<ReturnType<typeof testApp>>
let inet: Awaited<ReturnType<typeof givenInet>>

beforeAll(async () => {
  app = await testApp()
  inet = await givenInet(app.db)
  await givenNtw(app.db, inet.id)
})
afterAll(() => app.close())

/** The page as a reader sees it: markup taken away, but for what is asked of it. */
async function page(path: string) {
  const response = await app.get(path)
  const html = await response.text()
  const text = html
    .replace(/<script[\s\S]*?<\/script>/g, '')
    .replace(/<!--.*?-->/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&#x27;/g, '’')
    .replace(/\s+/g, ' ')
  return { response, html, text }
}

function structuredData(html: string) {
  const [, json = ''] = /<script type="application\/ld\+json">([\s\S]*?)<\/script>/.exec(html) ?? []
  return JSON.parse(json) as Record<string, unknown>
}

describe('the page of a conference', () => {
  it('leads with the date, says where, and how to come in', async () => {
    const { response, text, html } = await page('/events/inet-2027')
    expect(response.status).toBe(200)
    expect(text).toContain(
      'Monday 21 June – Friday 25 June 2027'.replaceAll(' – ', '\u2009–\u2009').replace(/\s+/g, ' '),
    )
    expect(text).toContain('Example Convention Centre, Kigali, Rwanda, and online')
    expect(text).toContain('From 09:00 on the first day to 17:30 on the last (UTC+2)')
    expect(html).toContain('href="/events/inet-2027/register"')
    expect(html).toMatch(/<time class="slab" dateTime="2027-06-21">/i)
  })

  it('tints and names the present prices, and says when they end', async () => {
    const { text, html } = await page('/events/inet-2027')
    expect(text).toContain('Early (now)')
    expect(text).toMatch(/Early prices end on Wednesday,? 31 March 2027, 23:59 in Kigali \(UTC\+2\)\./)
    expect(html).toMatch(/<td class="now" data-label="Early \(now\)"><span><bdi>US\$450<\/bdi>/)
    expect(text).toContain('RWF 252,000'.replace(' ', ' '))
    expect(text).not.toContain('Speaker  ')
  })

  it('shows highlights, help with costs, the venue, the neighbour and the way to a calendar', async () => {
    const { text, html } = await page('/events/inet-2027')
    expect(text).toContain('Full programme, 5 sessions')
    expect(text).toContain('A scholarship call is open')
    expect(html).toContain('href="geo:-1.9441,30.0619"')
    expect(html).toContain('href="/events/ntw-2027"')
    expect(html).toContain('href="/en/events/inet-2027.ics"')
    expect(html).toContain('dates=20270621%2F20270626')
    expect(text).toContain('Sample')
  })

  it('fits with its style into 11,264 bytes, without a script that runs', async () => {
    const { html } = await page('/events/inet-2027')
    expect(await weightOf(html)).toBeLessThanOrEqual(11_264)
    expect(html.match(/<script/g)).toHaveLength(1)
    expect(html).not.toMatch(/ style=| on[a-z]+=/)
  })

  it('tells programs what it is', async () => {
    const { html } = await page('/fr/events/inet-2027')
    expect(structuredData(html)).toMatchObject({
      '@type': 'Event',
      name: 'INET 2027 Kigali',
      startDate: '2027-06-21T09:00:00+02:00',
      endDate: '2027-06-25T17:30:00+02:00',
      eventStatus: 'https://schema.org/EventScheduled',
      eventAttendanceMode: 'https://schema.org/MixedEventAttendanceMode',
      organizer: { name: 'Internet Society Rwanda Chapter' },
    })
    expect(html).toContain('<link rel="canonical" href="http://plenary.test/fr/events/inet-2027"/>')
    expect(html).toContain('<link rel="alternate" hrefLang="ar" href="http://plenary.test/ar/events/inet-2027"/>')
    expect(html).toContain('<meta property="og:title" content="INET 2027 Kigali"/>')
  })

  it('speaks French around an English event, whose words say that they are English', async () => {
    const { html, text } = await page('/fr/events/inet-2027')
    expect(text).toContain('S’inscrire')
    expect(text).toContain('Anticipé (en cours)')
    expect(html).toMatch(/<h1><bdi lang="en">/)
    expect(text).not.toMatch(/Tickets|Register\b/)
  })

  it('never lets a text out of its data', async () => {
    const event = await givenEvent(app.db, { title: '</script><script>alert(1)</script>' })
    const { html } = await page(`/events/${event.slug}`)
    expect(html).not.toContain('<script>alert')
    expect(structuredData(html).name).toBe('</script><script>alert(1)</script>')
  })
})

describe('the page of a curated workshop', () => {
  it('says until when and how to apply, by mail, and links nowhere that is not there', async () => {
    const { html, text } = await page('/events/ntw-2027')
    expect(text).toContain('How to apply')
    expect(text).toMatch(/Applications close on Tuesday,? 16 February 2027, 13:59 in Kigali \(UTC\+2\)\./)
    expect(html).toContain('mailto:ntw2027@plenary.example?subject=')
    expect(html).not.toMatch(/href="[^"]*\/(apply|register|scholarship)"/)
    expect(html).toMatch(/<bdi lang="fr">Infrastructure réseaux IP<\/bdi>/)
    expect(text).toContain('30 places')
    expect(text).toContain('Just after: INET 2027 Kigali')
  })

  it.each([
    ['2026-10-01T00:00:00.000Z', /Applications open on Monday,? 2 November 2026, 00:00 in Kigali \(UTC\+2\)\./],
    ['2027-03-01T00:00:00.000Z', /Applications are closed\./],
    ['2027-07-01T00:00:00.000Z', /This event is over\./],
  ])('at %s it says so', async (now, words) => {
    app.setNow(now)
    const { text } = await page('/events/ntw-2027')
    app.setNow('2026-11-21T12:00:00.000Z')
    expect(text).toMatch(words)
    expect(text).not.toContain('How to apply')
  })
})

describe('other states', () => {
  it('a full event says so and whom to ask', async () => {
    const event = await givenEvent(app.db, { tickets: [{ seats: 0 }] })
    const { text, html } = await page(`/events/${event.slug}`)
    expect(text).toContain('seats are taken')
    expect(html).toContain('mailto:desk@plenary.example')
    expect(html).not.toContain('/register"')
  })

  it('a cancelled event stays, says why, and sells nothing', async () => {
    const event = await givenEvent(app.db, { status: 'cancelled' })
    await app.db
      .updateTable('eventTexts')
      .set({ cancellationNote: 'The building is closed.' })
      .where('eventId', '=', event.id)
      .execute()
    const { response, text, html } = await page(`/events/${event.slug}`)
    expect(response.status).toBe(200)
    expect(text).toContain('This event is cancelled.')
    expect(text).toContain('The building is closed.')
    expect(html).not.toContain('/register"')
    expect(structuredData(html).eventStatus).toBe('https://schema.org/EventCancelled')
  })

  it('history shows what is known and from where', async () => {
    const event = await givenEvent(app.db, {
      startsOn: '1994-06-13',
      admission: 'none',
      endsAt: '1994-06-18T00:00:00.000Z',
      attendance: 1100,
      attendanceCountries: 100,
      confidence: 'source',
      tickets: [],
    })
    await app.db
      .updateTable('events')
      .set({ startsOn: '1994-06', endsOn: '1994-06' })
      .where('id', '=', event.id)
      .execute()
    await app.db
      .insertInto('eventSources')
      .values({ eventId: event.id, position: 0, citation: 'isoc.org', url: 'http://www.isoc.org/inet94/' })
      .execute()
    const { text, html } = await page(`/events/${event.slug}`)
    expect(text).toContain('June 1994')
    expect(text).toContain('1,100')
    expect(text).toContain('from 100 countries and economies')
    expect(html).toContain('<a href="http://www.isoc.org/inet94/">isoc.org</a>')
    expect(html).not.toContain('.ics"')
  })

  it('a draft, a draft that was cancelled, and nothing look the same', async () => {
    const draft = await givenEvent(app.db, { status: 'draft' })
    const unseen = await givenEvent(app.db, { status: 'cancelled', publishedAt: null })
    const answers = await Promise.all(
      [draft.slug, unseen.slug, 'nothing'].map(async (slug) => {
        const { response, html } = await page(`/events/${slug}`)
        return [response.status, html.replaceAll(slug, 'SLUG').replace(/<code>\w+<\/code>/, '')]
      }),
    )
    expect(answers[0]![0]).toBe(404)
    expect(answers[1]).toEqual(answers[0])
    expect(answers[2]).toEqual(answers[0])
  })
})
