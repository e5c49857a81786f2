import { type CalendarEvent, type CalendarReader, isCalledOff } from '#app/calendar/event-entry.ts'
import { type CalendarSession, sessionEntry } from '#app/calendar/session-entry.ts'
import { cleanText } from '#app/values/text.ts'

/** What an entry that we wrote ourselves says, with everything taken off that we put around it. */
export interface OwnWords {
  title(summary: string): string
  /** Undefined where it says nothing. */
  abstract(description: string): string | undefined
  /** Null where there is none; undefined where the text is not ours. */
  room(location: string): string | null | undefined
  /** Whether it is a place that we wrote for those who may not know the room. */
  hidesRoom(location: string): boolean
  /** Whether we wrote it as called off, because its event is. */
  isCalledOff: boolean
}

/** Stands in the place of a text to find out what is written around it: a character that means nothing. */
const MARK = '\uE000'

/**
 * The words of a session of ours as files have it, in every language and for every audience. They are found by writing
 * its entry with a mark in the place of each text, so this follows whatever entries are made of.
 */
export function ownWords(
  session: CalendarSession,
  written: { event: CalendarEvent; reader: CalendarReader }[],
): OwnWords {
  const entries = (changed: Partial<CalendarSession>) =>
    written.map(({ event, reader }) => sessionEntry({ ...session, ...changed }, event, reader))
  const titles = entries({ title: MARK }).map(({ summary }) => summary)
  const abstracts = entries({ abstract: MARK }).map(({ description }) => cleanText(description))
  const without = entries({ abstract: '' }).map(({ description }) => cleanText(description))
  const places = entries({ room: MARK }).map(({ location }) => location ?? '')
  const roomless = entries({ room: null }).map(({ location }) => location ?? '')
  return {
    title: (summary) => between(summary, titles) ?? summary,
    abstract: (description) => (without.includes(description) ? '' : between(description, abstracts)),
    room: (location) => (roomless.includes(location) ? null : between(location, places)),
    hidesRoom: (location) => places.includes(location),
    isCalledOff: written.some(({ event }) => isCalledOff(event)),
  }
}

/** What stands where the mark does, in the first of the frames that fits; the longest fits best. */
function between(text: string, frames: string[]): string | undefined {
  for (const frame of frames.toSorted((one, other) => other.length - one.length)) {
    const [before, after] = frame.split(MARK)
    if (after === undefined || text.length < frame.length - MARK.length) continue
    if (text.startsWith(before!) && text.endsWith(after)) return text.slice(before!.length, text.length - after.length)
  }
  return undefined
}
