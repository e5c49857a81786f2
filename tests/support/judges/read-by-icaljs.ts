import ICAL from 'ical.js'
import type { Person, ReadEvent, Reading } from './reading.ts'

/** ical.js, the parser of Thunderbird. */
export function readByIcalJs(text: string): Reading {
  // Zones that another file brought must not help this one.
  ICAL.TimezoneService.reset()
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown[])
  return {
    method: textOf(calendar, 'method'),
    // Of a property that it does not know it gives what is written.
    name: textOf(calendar, 'x-wr-calname')?.replace(/\\([\\;,])/g, '$1') ?? null,
    events: calendar.getAllSubcomponents('vevent').map(readEvent),
    complaints: [],
  }
}

function readEvent(event: ICAL.Component): ReadEvent {
  const organizer = event.getFirstProperty('organizer')
  return {
    uid: textOf(event, 'uid')!,
    sequence: Number(event.getFirstPropertyValue('sequence')),
    status: textOf(event, 'status')!,
    start: timeOf(event.getFirstPropertyValue('dtstart') as ICAL.Time),
    end: timeOf(event.getFirstPropertyValue('dtend') as ICAL.Time),
    summary: textOf(event, 'summary')!,
    description: textOf(event, 'description'),
    location: textOf(event, 'location'),
    url: textOf(event, 'url')!,
    categories: event.getAllProperties('categories').flatMap((line) => line.getValues() as string[]),
    organizer: organizer && personOf(organizer),
    attendees: event.getAllProperties('attendee').map(personOf),
  }
}

function textOf(component: ICAL.Component, name: string): string | null {
  const value = component.getFirstPropertyValue(name)
  return value === null ? null : String(value)
}

function timeOf(time: ICAL.Time): string {
  if (time.isDate) return time.toString()
  const isFloating = time.zone === ICAL.Timezone.localTimezone
  return isFloating ? time.toString() : new Date(time.toUnixTime() * 1000).toISOString().replace('.000', '')
}

function personOf(line: ICAL.Property): Person {
  const name = line.getFirstParameter('cn') as string | undefined
  return [name ?? null, String(line.getFirstValue())]
}
