import type { FoundSession } from './find-session.server.ts'
import type { SessionPerson } from './session-facts.ts'
import { readingAt } from '#app/events/wall-time.ts'
import { isPartialDay } from '#app/values/moment.ts'

/** A session as its form shows it: absent is ''. */
export interface ShownFields {
  code: string
  kind: string
  title: string
  abstract: string
  language: string
  heldOn: string
  startsTime: string
  endsTime: string
  /** Of a time that its day has twice, the moment that was chosen. */
  startsMoment: string
  endsMoment: string
  trackId: string
  room: string
  people: SessionPerson[]
  interpretation: string[]
  isStreamed: boolean
  streamUrl: string
  takesSignUps: boolean
  capacity: string
  isPublic: boolean
}

/** Of a session that is stored. Midnight at its end is 00:00, as a field for times knows it. */
export function storedFields({ session, people, facts }: FoundSession, zone: string): ShownFields {
  const { heldOn, startsTime, endsTime } = session
  return {
    ...facts,
    endsTime: endsTime === '24:00' ? '00:00' : endsTime,
    startsMoment: readingAt(heldOn, startsTime, zone, session.startsLater === 1),
    endsMoment: readingAt(heldOn, endsTime, zone, session.endsLater === 1),
    people,
    interpretation: facts.interpretation === '' ? [] : facts.interpretation.split(','),
    isStreamed: session.isStreamed === 1,
    takesSignUps: session.takesSignUps === 1,
    isPublic: session.isPublic === 1,
  }
}

/** Of a new one, as far as the address of the form says: `day`, `from`, `to`, `room`, `track`. */
export function startingFields(
  address: URLSearchParams,
  { firstOn, tracks }: { firstOn: string; tracks: { value: string }[] },
): ShownFields {
  const day = address.get('day') ?? ''
  const timeOf = (name: string) => /^([01]\d|2[0-3]):[0-5]\d$/.exec(address.get(name) ?? '')?.[0] ?? ''
  return {
    code: '',
    kind: 'talk',
    title: '',
    abstract: '',
    language: '',
    heldOn: day.length === 10 && isPartialDay(day) ? day : firstOn,
    startsTime: timeOf('from'),
    endsTime: timeOf('to'),
    startsMoment: '',
    endsMoment: '',
    trackId: tracks.find(({ value }) => value === address.get('track'))?.value ?? '',
    room: (address.get('room') ?? '').slice(0, 120),
    people: [],
    interpretation: [],
    isStreamed: false,
    streamUrl: '',
    takesSignUps: false,
    capacity: '',
    isPublic: true,
  }
}
