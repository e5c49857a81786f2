import type { Judge } from './judges.ts'
import type { Person, ReadEvent, Reading } from './reading.ts'

/**
 * What a parser is known to read wrongly: the one list of exceptions. Each says exactly what is read instead, so that a
 * parser that has another fault is noticed.
 */
export interface KnownFault {
  judge: Judge
  what: string
  instead: (reading: Reading) => Reading
}

export const KNOWN_FAULTS: KnownFault[] = [
  {
    judge: 'icalendar',
    what: 'undoes escapes twice, and one kind after the other: `C:\\new` becomes a line break, %2C a comma',
    instead: (reading) => ({
      ...reading,
      name: reading.name && textByIcalendar(reading.name),
      events: reading.events.map(eventByIcalendar),
    }),
  },
]

/** What a judge is expected to read where one without faults reads this. */
export function asReadBy(judge: Judge, reading: Reading): Reading {
  return KNOWN_FAULTS.filter((fault) => fault.judge === judge).reduce((read, { instead }) => instead(read), reading)
}

function eventByIcalendar(event: ReadEvent): ReadEvent {
  const person = ([name, address]: Person): Person => [name && lineByIcalendar(name), lineByIcalendar(address)]
  return {
    ...event,
    summary: textByIcalendar(event.summary),
    description: event.description && textByIcalendar(event.description),
    location: event.location && textByIcalendar(event.location),
    url: lineByIcalendar(event.url),
    categories:
      event.categories.length === 0 ? [] : unescapeByIcalendar(event.categories.map(written).join(',')).split(','),
    organizer: event.organizer && person(event.organizer),
    attendees: event.attendees.map(person),
  }
}

function textByIcalendar(text: string): string {
  return unescapeByIcalendar(written(text))
}

function unescapeByIcalendar(value: string): string {
  return lineByIcalendar(value)
    .replaceAll('\\N', '\\n')
    .replaceAll('\\n', '\n')
    .replaceAll('\\,', ',')
    .replaceAll('\\;', ';')
    .replaceAll('\\\\', '\\')
}

function lineByIcalendar(value: string): string {
  return value
    .replaceAll('\\,', '%2C')
    .replaceAll('\\:', '%3A')
    .replaceAll('\\;', '%3B')
    .replaceAll('\\\\', '%5C')
    .replaceAll('%2C', ',')
    .replaceAll('%3A', ':')
    .replaceAll('%3B', ';')
    .replaceAll('%5C', '\\')
}

/** As RFC 5545 writes a TEXT. */
function written(text: string): string {
  return text.replace(/[\\;,]/g, '\\$&').replaceAll('\n', '\\n')
}
