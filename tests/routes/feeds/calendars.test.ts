import ICAL from 'ical.js'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { testApp } from '#tests/support/app.ts'
import { givenEvent, givenSeries } from '#tests/support/given.ts'
import { contentLines, icalFaults } from '#tests/support/ical-checker.ts'
import { expectAgreement } from '#tests/support/judges/expect-agreement.ts'
import { givenSession } from '#tests/events/event-samples.ts'
import { eventChanged } from '#app/events/event-changed.server.ts'
import { orderKey } from '#app/registrations/order-key.ts'
import { placeOrders } from '#app/registrations/place-orders.server.ts'
import { cancelRegistrations } from '#app/registrations/seats/cancel-registrations.server.ts'
import { newId } from '#app/values/id.ts'

let app: Awaited<ReturnType<typeof testApp>>

beforeAll(async () => {
  app = await testApp()
})
afterAll(() => app.close())
beforeEach(() => app.setNow('2026-11-21T12:00:00.000Z'))

const LATER = '2026-11-22T08:00:00.000Z'

async function calendar(path: string, init?: RequestInit) {
  const response = await app.get(path, init)
  const text = await response.text()
  // Whatever the application answers, it is clean and read alike by all judges.
  if (text && response.headers.get('Content-Type')?.startsWith('text/calendar')) await expectAgreement(text)
  return { response, text, etag: response.headers.get('ETag') }
}

function values(text: string, name: string): string[] {
  return contentLines(text).flatMap((line) => (line.name === name ? [line.value] : []))
}

describe('the calendar of one event', () => {
  it('is clean, and another parser reads the same days', async () => {
    const event = await givenEvent(app.db, { title: 'Atelier « Routage », 5 jours; à Kigali' })
    const { response, text } = await calendar(`/events/${event.slug}.ics`)
    expect(response.status).toBe(200)
    expect(icalFaults(text)).toEqual([])
    const [read] = new ICAL.Component(ICAL.parse(text) as unknown[]).getAllSubcomponents('vevent')
    const entry = new ICAL.Event(read)
    expect(entry.uid).toBe(`event-${event.id}@plenary.internetsociety.org`)
    expect(entry.summary).toBe('Atelier « Routage », 5 jours; à Kigali')
    expect([entry.startDate.toString(), entry.endDate.toString()]).toEqual(['2027-06-14', '2027-06-19'])
    expect(entry.description.split('\n').at(-1)).toBe(`http://plenary.test/en/events/${event.slug}`)
    expect(entry.location).toBe('Example University, Kigali, Rwanda')
  })

  it('tells the type, the file, how long it holds, and sets no cookie', async () => {
    const event = await givenEvent(app.db)
    const { response } = await calendar(`/events/${event.slug}.ics`)
    expect(response.headers.get('Content-Type')).toBe('text/calendar; charset=utf-8')
    expect(response.headers.get('Cache-Control')).toContain('max-age=900')
    expect(response.headers.get('Content-Disposition')).toBe(`attachment; filename="${event.slug}.ics"`)
    expect(response.headers.get('X-Robots-Tag')).toBe('noindex')
    expect(response.headers.get('Last-Modified')).toBe('Sat, 21 Nov 2026 12:00:00 GMT')
    expect(response.headers.getSetCookie()).toEqual([])
  })

  it('is hours when it fits into a day, with an end even if none is known (28)', async () => {
    const event = await givenEvent(app.db, {
      startsOn: '2027-06-14',
      endsOn: '2027-06-14',
      startsTime: '09:00',
      startsAt: '2027-06-14T07:00:00.000Z',
      endsAt: '2027-06-14T22:00:00.000Z',
    })
    const { text } = await calendar(`/events/${event.slug}.ics`)
    expect(icalFaults(text)).toEqual([])
    expect(text).toContain('\r\nDTSTART;TZID=Africa/Kigali:20270614T090000\r\n')
    expect(text).toContain('\r\nDTEND;TZID=Africa/Kigali:20270614T100000\r\n')
  })

  it('of a year without a day has no entry', async () => {
    const event = await givenEvent(app.db)
    await app.db.updateTable('events').set({ startsOn: '1995', endsOn: '1995' }).where('id', '=', event.id).execute()
    const { response, text } = await calendar(`/events/${event.slug}.ics`)
    expect(response.status).toBe(200)
    expect(icalFaults(text)).toEqual([])
    expect(values(text, 'UID')).toEqual([])
  })

  it('keeps its UID and raises its SEQUENCE when the event changes (43)', async () => {
    const event = await givenEvent(app.db)
    const before = await calendar(`/events/${event.slug}.ics`)
    await app.db.updateTable('events').set({ venue: 'Another hall' }).where('id', '=', event.id).execute()
    await eventChanged(app.db, event.id, LATER)
    const after = await calendar(`/events/${event.slug}.ics`)
    expect(values(after.text, 'UID')).toEqual(values(before.text, 'UID'))
    expect([values(before.text, 'SEQUENCE'), values(after.text, 'SEQUENCE')]).toEqual([['0'], ['1']])
    expect(values(after.text, 'LAST-MODIFIED')).toEqual(['20261122T080000Z'])
    expect(after.etag).not.toBe(before.etag)
  })

  it('speaks the language of its address', async () => {
    const event = await givenEvent(app.db, { status: 'cancelled', format: 'online' })
    const { text } = await calendar(`/fr/events/${event.slug}.ics`)
    expect(values(text, 'SUMMARY')).toEqual(['ANNULÉ : Routing workshop'])
    expect(values(text, 'LOCATION')).toEqual(['En ligne'])
  })

  it('of a draft, or of nothing, is not there', async () => {
    const draft = await givenEvent(app.db, { status: 'draft' })
    for (const slug of [draft.slug, 'nothing'])
      expect((await calendar(`/events/${slug}.ics`)).response.status).toBe(404)
  })
})

describe('asking again (54)', () => {
  it('gives the same bytes, 304 to who has them, the same headers to HEAD', async () => {
    const event = await givenEvent(app.db)
    const path = `/events/${event.slug}.ics`
    const [one, two] = [await calendar(path), await calendar(path)]
    expect(two.text).toBe(one.text)
    expect(two.etag).toBe(one.etag)
    expect(one.etag).toMatch(/^"[\w-]+-2026-11-21"$/)
    for (const header of [one.etag!, `W/${one.etag}`, `"other", ${one.etag}`, '*']) {
      const known = await calendar(path, { headers: { 'If-None-Match': header } })
      expect([known.response.status, known.text, known.etag]).toEqual([304, '', one.etag])
    }
    expect((await calendar(path, { headers: { 'If-None-Match': '"other"' } })).response.status).toBe(200)
    const head = await calendar(path, { method: 'HEAD' })
    expect([head.response.status, head.text, head.etag]).toEqual([200, '', one.etag])
    app.setNow(LATER)
    const tomorrow = await calendar(path)
    expect(tomorrow.text).toBe(one.text)
    expect(tomorrow.etag).not.toBe(one.etag)
  })
})

describe('the calendars of many', () => {
  it('follow the filters of the catalogue', async () => {
    const seriesId = (await givenSeries(app.db, 'regional', 'regional')).id
    const kigali = await givenEvent(app.db, { seriesId, country: 'RW' })
    const dakar = await givenEvent(app.db, { seriesId, country: 'SN', city: 'Dakar' })
    const { text } = await calendar('/events.ics?series=regional&country=SN')
    expect(icalFaults(text)).toEqual([])
    expect(values(text, 'UID')).toEqual([`event-${dakar.id}@plenary.internetsociety.org`])
    const series = await calendar('/series/regional.ics')
    expect(icalFaults(series.text)).toEqual([])
    expect(values(series.text, 'UID').join()).toContain(kigali.id)
    expect(values(series.text, 'SOURCE')).toEqual(['http://plenary.test/en/series/regional.ics'])
    expect(series.response.headers.get('Content-Disposition')).toBe('inline; filename="regional.ics"')
    expect((await calendar('/series/nothing.ics')).response.status).toBe(404)
  })

  it('keep what was cancelled, and forget what is a draft again (45, 47)', async () => {
    const seriesId = (await givenSeries(app.db, 'ndss', 'ndss')).id
    const event = await givenEvent(app.db, { seriesId })
    const published = await calendar('/events.ics?series=ndss')
    await app.db
      .updateTable('events')
      .set({ status: 'cancelled', cancelledAt: LATER })
      .where('id', '=', event.id)
      .execute()
    await eventChanged(app.db, event.id, LATER)
    const cancelled = await calendar('/events.ics?series=ndss')
    expect(icalFaults(cancelled.text)).toEqual([])
    expect(values(cancelled.text, 'UID')).toEqual(values(published.text, 'UID'))
    expect(values(cancelled.text, 'DTSTART')).toEqual(values(published.text, 'DTSTART'))
    expect(values(cancelled.text, 'STATUS')).toEqual(['CANCELLED'])
    expect(values(cancelled.text, 'TRANSP')).toEqual(['TRANSPARENT'])
    expect(values(cancelled.text, 'SUMMARY')).toEqual(['CANCELLED: Routing workshop'])
    expect(values(cancelled.text, 'SEQUENCE')).toEqual(['1'])
    await app.db.updateTable('events').set({ status: 'draft' }).where('id', '=', event.id).execute()
    const draft = await calendar('/events.ics?series=ndss')
    expect(values(draft.text, 'UID')).toEqual([])
    expect(new Set([published.etag, cancelled.etag, draft.etag]).size).toBe(3)
  })
})

describe('the calendar of a programme', () => {
  it('has an entry a session, even of equal title and time; none that is not public (51)', async () => {
    const event = await givenEvent(app.db)
    for (let at = 0; at < 11; at++)
      await givenSession(app.db, event.id, {
        day: '2027-06-14',
        from: `${String(9 + at)}:00`.padStart(5, '0'),
        to: `${String(9 + at)}:45`.padStart(5, '0'),
        title: `Talk ${at}`,
      })
    await givenSession(app.db, event.id, {
      day: '2027-06-14',
      from: '09:00',
      to: '09:45',
      title: 'Talk 0',
      people: ['Ng'],
    })
    await givenSession(app.db, event.id, {
      day: '2027-06-14',
      from: '09:00',
      to: '09:45',
      title: 'Committee',
      isPublic: 0,
    })
    const { text } = await calendar(`/events/${event.slug}/programme.ics`)
    expect(icalFaults(text)).toEqual([])
    expect(new Set(values(text, 'UID')).size).toBe(12)
    expect(text).not.toContain('Committee')
    expect(text).toContain('\r\nDTSTART;TZID=Africa/Kigali:20270614T090000\r\n')
  })

  it('is empty without sessions and cancelled with its event', async () => {
    const event = await givenEvent(app.db, { status: 'cancelled' })
    const path = `/events/${event.slug}/programme.ics`
    expect(icalFaults((await calendar(path)).text)).toEqual([])
    await givenSession(app.db, event.id, { day: '2027-06-14', from: '09:00', to: '09:45', title: 'Talk' })
    expect(values((await calendar(path)).text, 'STATUS')).toEqual(['CANCELLED'])
  })
})

describe('the calendar of an order', () => {
  async function givenOrder() {
    const event = await givenEvent(app.db)
    const [placed] = await placeOrders(app.db, {
      now: '2026-11-21T12:00:00.000Z',
      orders: [
        {
          eventId: event.id,
          formKey: newId('2026-11-21T12:00:00.000Z'),
          language: 'fr',
          people: [{ ticketTypeId: event.tickets[0]!.id, fullName: 'Contohwati', email: 'c@example.org' }],
          consents: [{ kind: 'conduct', version: '1', isGiven: true }],
        },
      ],
    })
    if (!placed?.ok) throw new Error(JSON.stringify(placed))
    const { orderId, code, keyVersion } = placed.value
    const key = orderKey(app.services.config.secret, { id: orderId, keyVersion })
    return { event, code, orderId, key, path: `/orders/${code}.ics?key=${key}` }
  }

  it('has the event under its one UID, with the tickets, in the language of the order, and no key', async () => {
    const { event, path, key, code } = await givenOrder()
    const { response, text } = await calendar(path)
    expect(response.status).toBe(200)
    expect(icalFaults(text)).toEqual([])
    expect(values(text, 'UID')).toEqual([`event-${event.id}@plenary.internetsociety.org`])
    expect(values(text, 'STATUS')).toEqual(['CONFIRMED'])
    expect(values(text, 'TRANSP')).toEqual(['OPAQUE'])
    expect(text).toContain('Contohwati : Ticket 1')
    expect(text).not.toContain(key)
    expect(text).not.toContain(code)
    expect(response.headers.get('Cache-Control')).toContain('private')
    expect(response.headers.get('Referrer-Policy')).toBe('no-referrer')
  })

  it('is not there without its key, with a wrong one, or with that of another order', async () => {
    const [one, other] = [await givenOrder(), await givenOrder()]
    for (const path of [
      `/orders/${one.code}.ics`,
      `/orders/${one.code}.ics?key=wrong`,
      `/orders/${one.code}.ics?key=${other.key}`,
      `/orders/PAAA-AAAA.ics?key=${one.key}`,
    ])
      expect((await calendar(path)).response.status).toBe(404)
  })

  it('is cancelled, with a higher SEQUENCE, when its seats are', async () => {
    const { orderId, path } = await givenOrder()
    const before = Number(values((await calendar(path)).text, 'SEQUENCE')[0])
    const seats = await app.db.selectFrom('registrations').select('id').where('orderId', '=', orderId).execute()
    await cancelRegistrations(app.db, {
      registrationIds: seats.map(({ id }) => id),
      now: LATER,
      actor: { kind: 'visitor' },
      reason: 'test',
    })
    const { text } = await calendar(path)
    expect(values(text, 'STATUS')).toEqual(['CANCELLED'])
    expect(values(text, 'SUMMARY')).toEqual(['ANNULÉ : Routing workshop'])
    expect(Number(values(text, 'SEQUENCE')[0])).toBeGreaterThan(before)
  })
})
