import type { ImportFacts, SessionFields, StoredSession } from './import-plan.ts'
import type { ImportProblem } from './import-problem.ts'
import type { OwnWords } from './own-words.ts'
import { roomOf } from './room-of.ts'
import type { ReadEntry } from '#app/calendar/reading/read-entry.ts'
import { flag } from '#app/values/flag.ts'
import { addDays, type Instant, instantOf, wallClock } from '#app/values/moment.ts'
import { fold } from '#app/values/text.ts'

/** What the columns take. */
const LONGEST = { title: 300, room: 120, abstract: 16_000 }

/**
 * An entry as a session of this event, beside what is known of it: what the file does not mention stays as it is.
 * Nothing is cut and nothing is moved to make it fit.
 */
export function sessionFields(
  entry: ReadEntry,
  { event, tracks }: ImportFacts,
  known: StoredSession | undefined,
  own: OwnWords | undefined,
): SessionFields | { problem: ImportProblem } {
  if (entry.problem) return { problem: entry.problem }
  if (!entry.when) return { problem: { code: 'no-start' } }
  if ('startsOn' in entry.when) return { problem: { code: 'all-day' } }
  const when = wallTimes(entry.when, event.zone)
  const title = own ? own.title(entry.title) : entry.title
  const room = roomIn(entry, event.places, own, known)
  const abstract = abstractIn(entry, own) ?? known?.abstract ?? ''
  if (title === '') return { problem: { code: 'no-title' } }
  if (when.heldOn < event.firstOn || when.heldOn > event.lastOn) return { problem: { code: 'outside' } }
  if (when.endsTime === null) return { problem: { code: 'over-midnight' } }
  for (const [code, text, maximum] of [
    ['title-long', title, LONGEST.title],
    ['room-long', room ?? '', LONGEST.room],
    ['abstract-long', abstract, LONGEST.abstract],
  ] as const)
    if (text.length > maximum) return { problem: { code, details: { maximum } } }
  return {
    title,
    abstract,
    ...when,
    endsTime: when.endsTime,
    room,
    trackId: trackIn(entry, tracks) ?? known?.trackId ?? null,
    isPublic: entry.isPrivate ? 0 : (known?.isPublic ?? 1),
  }
}

/** On the clock of the event; `endsTime` is null for what ends on another day. */
function wallTimes({ startsAt, endsAt }: { startsAt: Instant; endsAt: Instant }, zone: string) {
  const { day: heldOn, time: startsTime } = wallClock(startsAt, zone)
  const end = wallClock(endsAt, zone)
  const isMidnight = end.day === addDays(heldOn, 1) && end.time === '00:00'
  return {
    heldOn,
    startsTime,
    endsTime: isMidnight ? '24:00' : end.day === heldOn ? end.time : null,
    startsAt,
    endsAt,
    startsLater: flag(instantOf(heldOn, startsTime, zone) !== startsAt),
    endsLater: flag(instantOf(end.day, end.time, zone) !== endsAt),
  }
}

function roomIn(
  { location }: ReadEntry,
  places: string[],
  own: OwnWords | undefined,
  known: StoredSession | undefined,
) {
  if (location === null || own?.hidesRoom(location)) return known?.room ?? null
  const ours = own?.room(location)
  return ours === undefined ? roomOf(location, places) : ours || null
}

/** Undefined where the file says nothing. */
function abstractIn({ description }: ReadEntry, own: OwnWords | undefined): string | undefined {
  if (description === null) return undefined
  return own?.abstract(description) ?? description
}

/** The track whose code or title stands among the categories, or in any language, whatever the case. */
function trackIn({ categories }: ReadEntry, tracks: ImportFacts['tracks']): string | undefined {
  const named = new Set(categories.map((category) => fold(category).trim()))
  return tracks.find(({ code, titles }) => [code, ...titles].some((name) => named.has(fold(name).trim())))?.id
}
