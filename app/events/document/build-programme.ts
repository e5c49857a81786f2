import type { OwnRows } from './build-document.ts'
import type { EventDocument } from './schema.ts'

/** Tracks, people and sessions of an event; the sessions that are not public go to the private part. */
export function buildProgramme(rows: OwnRows, { hasRooms, isPrivate }: { hasRooms: boolean; isPrivate: boolean }) {
  const codes = new Map(rows.tracks.map((track) => [track.id, track.code]))
  const codeOf = (trackId: string | null) => (trackId === null ? null : (codes.get(trackId) ?? null))
  const sessions = rows.sessions.toSorted(inOrder(codeOf)).map((session) => ({
    isPublic: session.isPublic === 1,
    document: {
      code: session.code,
      kind: session.kind,
      title: session.title,
      abstract: session.abstract,
      language: session.language,
      track: codeOf(session.trackId),
      heldOn: session.heldOn,
      startsTime: session.startsTime,
      endsTime: session.endsTime,
      startsLater: session.startsLater === 1,
      endsLater: session.endsLater === 1,
      room: hasRooms ? session.room : null,
      interpretation: session.interpretation.split(',').filter(Boolean),
      isStreamed: session.isStreamed === 1,
      streamUrl: isPrivate ? session.streamUrl : null,
      takesSignUps: session.takesSignUps === 1,
      capacity: session.capacity,
      people: rows.sessionPeople
        .filter((person) => person.sessionId === session.id)
        .map(({ role, fullName, latinName, affiliation, email }) => ({
          role,
          fullName,
          latinName,
          affiliation,
          email: isPrivate ? email : null,
        })),
    },
  }))
  return {
    tracks: buildTracks(rows, hasRooms),
    people: rows.people.map(({ role, fullName, latinName, affiliation, country, trackId }) => ({
      role,
      fullName,
      latinName,
      affiliation,
      country,
      track: codeOf(trackId),
    })),
    sessions: sessions.filter((session) => session.isPublic).map((session) => session.document),
    private: {
      sessions: sessions.filter((session) => !session.isPublic).map((session) => session.document),
      rooms: rows.rooms.map(({ name, seats }) => ({ name, seats })),
    },
  }
}

function buildTracks({ tracks, trackTexts }: OwnRows, hasRooms: boolean): EventDocument['tracks'] {
  return tracks.map((track) => {
    const texts = trackTexts
      .filter((row) => row.trackId === track.id)
      .map(({ trackId: _, language, ...texts }) => [language, texts] as const)
    return {
      code: track.code,
      language: track.language,
      level: track.level,
      room: hasRooms ? track.room : null,
      texts: Object.fromEntries(texts),
    }
  })
}

/** By time, then by what is written: two databases and two imports put the same sessions into the same order. */
function inOrder(codeOf: (trackId: string | null) => string | null) {
  const keyOf = (session: OwnRows['sessions'][number]) =>
    JSON.stringify([
      session.heldOn,
      session.startsTime,
      session.endsTime,
      codeOf(session.trackId),
      session.code,
      session.title,
      session.abstract,
    ])
  return (one: OwnRows['sessions'][number], other: OwnRows['sessions'][number]) =>
    keyOf(one) < keyOf(other) ? -1 : keyOf(one) > keyOf(other) ? 1 : 0
}
