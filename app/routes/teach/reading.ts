import { type EventPlace, type HeldRole, mayOrganize } from '#app/people/rights.ts'
import type { Reader } from '#app/participants/visible-fields.ts'

/** As what somebody reads the list: who organizes the event reads as an organizer. */
export function readerOf(roles: HeldRole[], event: EventPlace): Reader {
  return mayOrganize(roles, event) ? 'organizer' : 'instructor'
}

/** The tracks of the event that the reader may see. */
export function scopedTracks<Track extends { id: string }>(tracks: Track[], trackIds: string[] | 'all'): Track[] {
  return trackIds === 'all' ? tracks : tracks.filter(({ id }) => trackIds.includes(id))
}

/** Whether a session is for the reader: of one of their tracks, or for everybody. */
export function isTaught({ trackId }: { trackId: string | null }, trackIds: string[] | 'all'): boolean {
  return trackId === null || trackIds === 'all' || trackIds.includes(trackId)
}
