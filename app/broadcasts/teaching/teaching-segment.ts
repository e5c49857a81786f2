import type { Segment } from '../segment.ts'
import { ALL_REGISTRATIONS } from '#app/participants/selection/registration-filter.ts'

/**
 * The confirmed participants of the tracks that an instructor asks for, out of those they teach: '' asks for all of them.
 * Null when they teach no such track. Nothing else can be asked for.
 */
export function teachingSegment(track: string, trackIds: string[] | 'all'): Segment | null {
  if (trackIds !== 'all' && (trackIds.length === 0 || (track !== '' && !trackIds.includes(track)))) return null
  const wanted = track === '' ? (trackIds === 'all' ? [] : trackIds) : [track]
  return {
    of: 'registrations',
    filter: { ...ALL_REGISTRATIONS, states: ['confirmed'], trackIds: wanted },
    to: 'people',
  }
}

/** Whether somebody who teaches these tracks may still write to a segment. */
export function isTaughtSegment(segment: Segment, trackIds: string[] | 'all'): boolean {
  if (trackIds === 'all') return true
  if (segment.of !== 'registrations' || segment.filter.trackIds.length === 0) return false
  return segment.filter.trackIds.every((id) => trackIds.includes(id))
}
