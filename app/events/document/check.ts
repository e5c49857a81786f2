import type { PathPart } from './problems.ts'
import type { EventDocument } from './schema.ts'
import { typedWallTime } from '../wall-time.ts'
import { boundsOf, epochMilliseconds } from '#app/values/moment.ts'

type Tell = (message: string, ...at: PathPart[]) => void

/** What a schema cannot say of one event: its parts agree with each other. */
export function checkDocument(event: EventDocument, tell: Tell): void {
  checkTexts(event, tell)
  checkDates(event, tell)
  checkProgramme(event, tell)
  checkNeighbours(event, tell)
  checkWindow(event.applications, tell, 'applications')
  checkWindow(event.scholarships, tell, 'scholarships')
}

function checkTexts(event: EventDocument, tell: Tell): void {
  if (!event.texts[event.language]) tell(`has no texts in “${event.language}”, the language of the event`, 'texts')
  event.travelNotes.forEach((note, at) => checkSome(note.texts, tell, 'travelNotes', at, 'texts'))
  once(
    event.travelNotes,
    (note) => note.country,
    (at) => tell('stands here twice', 'travelNotes', at, 'country'),
  )
  event.tracks.forEach((track, at) => checkSome(track.texts, tell, 'tracks', at, 'texts'))
  event.ticketTypes.forEach((type, at) => checkSome(type.texts, tell, 'ticketTypes', at, 'texts'))
  event.private?.ticketTypes.forEach((type, at) => checkSome(type.texts, tell, 'private', 'ticketTypes', at, 'texts'))
  event.questions.forEach((question, at) => {
    checkSome(question.texts, tell, 'questions', at, 'texts')
    if (question.kind !== 'choice' && question.kind !== 'choices') return
    for (const [language, { options }] of Object.entries(question.texts)) {
      const place = ['questions', at, 'texts', language, 'options'] as const
      if (options.length === 0) tell('has nothing to choose from', ...place)
      once(
        options,
        (option) => option.value,
        (option) => tell('stands here twice', ...place, option, 'value'),
      )
    }
  })
}

function checkSome(texts: Record<string, unknown>, tell: Tell, ...at: PathPart[]): void {
  if (Object.keys(texts).length === 0) tell('must have at least one language', ...at)
}

function checkDates({ dates }: EventDocument, tell: Tell): void {
  if (boundsOf(dates.endsOn).last < boundsOf(dates.startsOn).first) tell('is before the start', 'dates', 'endsOn')
  if (dates.startsTime && dates.startsOn.length < 10) tell('needs a whole day', 'dates', 'startsTime')
  if (dates.endsTime && dates.endsOn.length < 10) tell('needs a whole day', 'dates', 'endsTime')
  const isOneDay = dates.startsOn === dates.endsOn && dates.startsOn.length === 10
  if (isOneDay && dates.startsTime && dates.endsTime && dates.endsTime <= dates.startsTime)
    tell('is not after the start', 'dates', 'endsTime')
  checkTime(dates.startsOn, dates.startsTime, dates.zone, tell, 'dates', 'startsTime')
  checkTime(dates.endsOn, dates.endsTime, dates.zone, tell, 'dates', 'endsTime')
}

function checkTime(day: string, time: string | null, zone: string, tell: Tell, ...at: PathPart[]): void {
  const wall = typedWallTime(day, time ?? undefined, zone)
  if (wall?.is === 'skipped') tell(`does not exist on ${day}: the clocks jump over it, to ${wall.resumesAt}`, ...at)
}

function checkProgramme(event: EventDocument, tell: Tell): void {
  once(
    event.tracks,
    (track) => track.code,
    (at) => tell('stands here twice', 'tracks', at, 'code'),
  )
  const tracks = new Set(event.tracks.map((track) => track.code))
  const known = (track: string | null | undefined, ...at: PathPart[]) => {
    if (track && !tracks.has(track)) tell(`names a track “${track}” that the event does not have`, ...at, 'track')
  }
  event.people.forEach((person, at) => known(person.track, 'people', at))
  event.quotas.forEach((quota, at) => known(quota.track, 'quotas', at))
  event.private?.quotas.forEach((quota, at) => known(quota.track, 'private', 'quotas', at))
  event.ticketTypes.forEach((type, at) => known(type.track, 'ticketTypes', at))
  event.private?.ticketTypes.forEach((type, at) => known(type.track, 'private', 'ticketTypes', at))

  const codes = new Set<string>()
  const check = (session: EventDocument['sessions'][number], ...at: PathPart[]) => {
    known(session.track, ...at)
    if (session.endsTime <= session.startsTime) tell('is not after the start', ...at, 'endsTime')
    checkTime(session.heldOn, session.startsTime, event.dates.zone, tell, ...at, 'startsTime')
    checkTime(session.heldOn, session.endsTime, event.dates.zone, tell, ...at, 'endsTime')
    if (session.code && codes.has(session.code)) tell('stands here twice', ...at, 'code')
    if (session.code) codes.add(session.code)
  }
  event.sessions.forEach((session, at) => check(session, 'sessions', at))
  event.private?.sessions.forEach((session, at) => check(session, 'private', 'sessions', at))
}

function checkNeighbours(event: EventDocument, tell: Tell): void {
  if (event.parent === event.slug) tell('is the event itself', 'parent')
  event.neighbours.forEach((neighbour, at) => {
    if (neighbour.event === event.slug) tell('is the event itself', 'neighbours', at, 'event')
  })
  once(
    event.neighbours,
    (neighbour) => neighbour.event,
    (at) => tell('stands here twice', 'neighbours', at, 'event'),
  )
  once(
    event.topics,
    (topic) => topic.slug,
    (at) => tell('stands here twice', 'topics', at, 'slug'),
  )
  once(
    event.languages,
    (language) => language,
    (at) => tell('stands here twice', 'languages', at),
  )
}

function checkWindow({ opensAt, closesAt }: EventDocument['applications'], tell: Tell, name: string): void {
  if (opensAt && closesAt && epochMilliseconds(closesAt) <= epochMilliseconds(opensAt))
    tell('is not after the opening', name, 'closesAt')
}

/** Tells of every item whose key stood before. */
export function once<T>(items: T[], keyOf: (item: T) => string, tell: (at: number) => void): void {
  const seen = new Set<string>()
  items.forEach((item, at) => {
    if (seen.has(keyOf(item))) tell(at)
    seen.add(keyOf(item))
  })
}
