import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testServices } from '#tests/support/app.ts'
import { givenEvent } from '#tests/support/given.ts'
import { contentLines, icalFaults } from '#tests/support/ical-checker.ts'
import { deadlineCalendar } from '#app/events/deadlines/deadline-calendar.server.ts'
import { eventChanged } from '#app/events/event-changed.server.ts'
import type { Language } from '#app/locales/languages.ts'

let services: Awaited<ReturnType<typeof testServices>>

beforeAll(async () => {
  services = await testServices()
})
afterAll(() => services.close())

const EARLY = '2027-03-31T22:00:00.000Z'
const [LATER, LATEST] = ['2026-11-22T08:00:00.000Z', '2026-11-23T08:00:00.000Z']

/** An event with an early price until the end of March in Kigali, on sale until the first of June. */
async function givenOffer(given: Parameters<typeof givenEvent>[1] = {}) {
  return await givenEvent(services.db, {
    title: 'INET',
    scholarshipFromAt: '2026-12-01T08:00:00.000Z',
    tickets: [
      {
        seats: 20,
        onSaleUntilAt: '2027-06-01T10:00:00.000Z',
        steps: [
          { kind: 'early', amountMinor: 100, endsAt: EARLY },
          { kind: 'standard', amountMinor: 200, startsAt: EARLY },
        ],
      },
    ],
    ...given,
  })
}

interface Entry {
  uid: string
  sequence: string
  status: string
  summary: string
  start: string
  end: string
  changed: string
}

async function read(eventId: string, language: Language = 'en'): Promise<Entry[]> {
  const site = { baseUrl: 'https://plenary.test', uidDomain: 'plenary.test', prefix: `/${language}`, language }
  const calendar = await deadlineCalendar(services.db, site, { eventId, address: '/events/x/deadlines.ics' })
  if (!calendar) throw new Error('no calendar')
  expect(icalFaults(calendar.body)).toEqual([])
  return calendar.body
    .split('BEGIN:VEVENT')
    .slice(1)
    .map((text) => {
      const value = (name: string) => contentLines(text).find((line) => line.name === name)?.value ?? ''
      return {
        uid: value('UID').split('@')[0]!,
        sequence: value('SEQUENCE'),
        status: value('STATUS'),
        summary: value('SUMMARY'),
        start: value('DTSTART'),
        end: value('DTEND'),
        changed: value('LAST-MODIFIED'),
      }
    })
}

const sequences = (entries: Entry[]) => entries.map(({ sequence }) => Number(sequence))

async function moveEarly(ticketTypeId: string, endsAt: string | null) {
  await services.db
    .updateTable('priceSteps')
    .set({ endsAt })
    .where('ticketTypeId', '=', ticketTypeId)
    .where('kind', '=', 'early')
    .execute()
}

describe('the deadlines of an event', () => {
  test('end at the moment itself on the event’s clock, or begin there, and take nobody’s time', async () => {
    const event = await givenOffer()
    const [opens, early, closes] = await read(event.id)
    expect(opens).toMatchObject({
      uid: `deadline-${event.id}-scholarship-opens`,
      summary: 'Scholarship call opens: INET',
      start: '20261201T100000',
      end: '20261201T103000',
    })
    expect(early).toMatchObject({
      uid: `deadline-${event.id}-early-ends`,
      sequence: '0',
      status: 'CONFIRMED',
      summary: 'Early prices end: INET',
      start: '20270331T233000',
      end: '20270401T000000',
    })
    expect(closes).toMatchObject({ uid: `deadline-${event.id}-sale-closes`, end: '20270601T120000' })
  })

  test('say what to do and until when, in the reader’s language, with the page that says more', async () => {
    const event = await givenOffer()
    const site = { baseUrl: 'https://plenary.test', uidDomain: 'plenary.test', prefix: '/fr', language: 'fr' as const }
    const asked = { eventId: event.id, kind: 'earlyEnds' as const, address: '/x.ics' }
    const { body } = (await deadlineCalendar(services.db, site, asked))!
    const value = (name: string) => contentLines(body).find((line) => line.name === name)!.value
    expect(value('SUMMARY')).toBe('Fin des prix anticipés : INET')
    expect(value('DESCRIPTION')).toContain('Inscrivez-vous avant ce moment pour payer le prix anticipé.')
    expect(value('DESCRIPTION')).toContain('31 mars 2027\\, 23:59 (UTC+2)')
    expect(value('URL')).toBe(`https://plenary.test/fr/events/${event.slug}#dates`)
    expect(value('TRANSP')).toBe('TRANSPARENT')
    expect(body.match(/BEGIN:VEVENT/g)).toHaveLength(1)
  })

  test('rise when they move, and only those that do', async () => {
    const event = await givenOffer()
    const before = await read(event.id)
    await moveEarly(event.tickets[0]!.id, '2027-04-15T22:00:00.000Z')
    await eventChanged(services.db, event.id, LATER)
    const after = await read(event.id)
    expect(sequences(before)).toEqual([0, 0, 0])
    expect(sequences(after)).toEqual([0, 1, 0])
    expect(after[1]).toMatchObject({ end: '20270416T000000', changed: '20261122T080000Z', uid: before[1]!.uid })
    expect([after[0], after[2]]).toEqual([before[0], before[2]])
  })

  test('stay the same bytes when a price, a place or nothing changes', async () => {
    const event = await givenOffer()
    const before = await read(event.id)
    await services.db.updateTable('priceSteps').set({ amountMinor: 900 }).execute()
    await services.db.updateTable('events').set({ venue: 'Another hall' }).where('id', '=', event.id).execute()
    await eventChanged(services.db, event.id, LATER)
    await eventChanged(services.db, event.id, LATEST)
    expect(await read(event.id)).toEqual(before)
  })

  test('are cancelled when they are withdrawn, and hold again under a higher SEQUENCE', async () => {
    const event = await givenOffer()
    await moveEarly(event.tickets[0]!.id, null)
    await eventChanged(services.db, event.id, LATER)
    expect((await read(event.id))[1]).toMatchObject({
      status: 'CANCELLED',
      sequence: '1',
      summary: 'CANCELLED: Early prices end: INET',
      end: '20270401T000000',
    })
    await moveEarly(event.tickets[0]!.id, EARLY)
    await eventChanged(services.db, event.id, LATEST)
    expect((await read(event.id))[1]).toMatchObject({ status: 'CONFIRMED', sequence: '2' })
  })

  test('are cancelled with their event, and postponed with it', async () => {
    const event = await givenOffer()
    const set = (values: { status?: 'cancelled' | 'published'; postponedAt?: string | null }) =>
      services.db.updateTable('events').set(values).where('id', '=', event.id).execute()
    await set({ postponedAt: LATER })
    await eventChanged(services.db, event.id, LATER)
    expect((await read(event.id))[1]).toMatchObject({
      status: 'CANCELLED',
      summary: 'POSTPONED: Early prices end: INET',
    })
    await set({ postponedAt: null, status: 'cancelled' })
    await eventChanged(services.db, event.id, LATEST)
    const cancelled = await read(event.id)
    expect(cancelled.map(({ status }) => status)).toEqual(['CANCELLED', 'CANCELLED', 'CANCELLED'])
    expect(sequences(cancelled)).toEqual([2, 2, 2])
  })

  test('of a title that changes say the new one', async () => {
    const event = await givenOffer()
    await services.db.updateTable('eventTexts').set({ title: 'INET 2027' }).where('eventId', '=', event.id).execute()
    await eventChanged(services.db, event.id, LATER)
    const after = await read(event.id)
    expect(sequences(after)).toEqual([1, 1, 1])
    expect(after[1]!.summary).toBe('Early prices end: INET 2027')
  })

  test('are not written for a draft; withdrawn with their event, they come back as changed', async () => {
    const event = await givenOffer({ status: 'draft', publishedAt: null })
    const site = { baseUrl: 'https://plenary.test', uidDomain: 'e.org', prefix: '/en', language: 'en' as const }
    expect(await deadlineCalendar(services.db, site, { eventId: event.id, address: '/x.ics' })).toBeNull()
    const publish = async (status: 'draft' | 'published', now: string) => {
      await services.db.updateTable('events').set({ status }).where('id', '=', event.id).execute()
      await eventChanged(services.db, event.id, now)
    }
    await publish('published', LATER)
    expect(sequences(await read(event.id))).toEqual([0, 0, 0])
    await publish('draft', LATER)
    await publish('published', LATEST)
    expect(sequences(await read(event.id))).toEqual([1, 1, 1])
  })

  test('of what only some may buy are nobody’s business', async () => {
    const hidden = [{ isHidden: 1 as const, onSaleUntilAt: '2027-06-01T10:00:00.000Z' }]
    const event = await givenOffer({ scholarshipFromAt: null, tickets: hidden })
    expect(await read(event.id)).toEqual([])
  })
})
