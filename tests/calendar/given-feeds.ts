import type { Kysely } from 'kysely'
import { eventCalendar, programmeCalendar } from '#app/calendar/event-calendar.server.ts'
import type { CalendarReader } from '#app/calendar/event-entry.ts'
import { givenSession } from '#tests/events/event-samples.ts'
import { givenEvent } from '#tests/support/given.ts'
import { contentLines } from '#tests/support/ical-checker.ts'
import { expectAgreementOn } from '#tests/support/judges/expect-agreement.ts'
import type { Database } from '#db/schema.ts'

type GivenEvent = NonNullable<Parameters<typeof givenEvent>[1]>

const SITE = { baseUrl: 'https://plenary.test', uidDomain: 'plenary.test', prefix: '' }

/** A hybrid day with a room to join and two sessions, of which one is streamed. */
export async function givenDay(db: Kysely<Database>, given: GivenEvent = {}) {
  const event = await givenEvent(db, {
    format: 'hybrid',
    startsOn: '2027-06-14',
    endsOn: '2027-06-14',
    startsTime: '09:00',
    endsTime: '17:00',
    startsAt: '2027-06-14T07:00:00.000Z',
    endsAt: '2027-06-14T15:00:00.000Z',
    onlineUrl: 'https://meet.example.org/secret-room',
    ...given,
  })
  const day = '2027-06-14'
  const one = await givenSession(db, event.id, { day, from: '09:00', to: '10:00', title: 'Opening', people: ['Ng'] })
  const other = await givenSession(db, event.id, { day, from: '10:00', to: '11:00', title: 'Lab', isStreamed: 1 })
  return { ...event, sessions: [one, other] as const }
}

/** The event's own calendar and that of its programme, as one kind of reader gets them; all judges read them alike. */
export async function readFeeds(db: Kysely<Database>, eventId: string, reader: Partial<CalendarReader> = {}) {
  const site = { ...SITE, language: 'en' as const, ...reader }
  const event = await eventCalendar(db, site, { ids: [eventId], address: '/one.ics' })
  const programme = await programmeCalendar(db, site, { eventId, address: '/programme.ics' })
  await expectAgreementOn([event.body, ...(programme ? [programme.body] : [])])
  return { event: event.body, programme: programme?.body ?? '', both: event.body + (programme?.body ?? '') }
}

export function valuesOf(text: string, name: string): string[] {
  return contentLines(text).flatMap((line) => (line.name === name ? [line.value] : []))
}
