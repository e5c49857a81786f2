import { sessionBounds } from '#app/events/event-bounds.ts'
import type { ImportFacts, StoredSession } from '#app/programme/import/import-plan.ts'

/** An event of a week in Kigali, with a track, and these sessions. */
export function facts(sessions: StoredSession[], event: Partial<ImportFacts['event']> = {}): ImportFacts {
  return {
    event: {
      id: 'an-event',
      zone: 'Africa/Kigali',
      firstOn: '2027-06-14',
      lastOn: '2027-06-18',
      startsAt: '2027-06-13T22:00:00.000Z',
      endsAt: '2027-06-18T22:00:00.000Z',
      places: [],
      ...event,
    },
    tracks: [{ id: 'track-1', code: 'T1', titles: ['Inside the campus'] }],
    sessions,
  }
}

/** A session as the programme has it: in Kigali on a Monday, unless it says something else. */
export function stored(given: Partial<StoredSession>): StoredSession {
  const when = {
    heldOn: '2027-06-14',
    startsTime: '09:00',
    endsTime: '10:00',
    startsLater: 0,
    endsLater: 0,
    ...given,
  } as const
  return {
    id: 'a-session',
    importUid: null,
    trackId: null,
    code: null,
    kind: 'talk',
    title: 'Opening',
    abstract: '',
    language: null,
    room: null,
    isPublic: 1,
    isStreamed: 0,
    interpretation: '',
    streamUrl: null,
    capacity: null,
    signedUp: 0,
    people: [],
    isUsed: false,
    ...sessionBounds(when, 'Africa/Kigali'),
    ...when,
  }
}
