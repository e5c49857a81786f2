import type { RosterEntry } from './replay-entries.ts'

export interface ReadChange {
  kind: 'came' | 'left' | 'moved'
  /** Where they came to, or which they left; '' for none. */
  trackId: string
  /** Where a move between two of the reader's tracks began. */
  fromTrackId: string
  /** They came out of, or left for, a track that is not the reader's. */
  isMove: boolean
}

/** What a change of the list is to somebody who teaches these tracks: a move to another's is leaving. Null: nothing. */
export function changeForReader(
  { kind, trackId, fromTrackId }: Pick<RosterEntry, 'kind' | 'trackId' | 'fromTrackId'>,
  trackIds: string[] | 'all',
): ReadChange | null {
  if (kind === 'frozen') return null
  const isMine = (id: string) => trackIds === 'all' || trackIds.includes(id)
  if (kind !== 'moved') return isMine(trackId) ? { kind, trackId, fromTrackId: '', isMove: false } : null
  if (isMine(trackId) && isMine(fromTrackId)) return { kind, trackId, fromTrackId, isMove: true }
  if (isMine(trackId)) return { kind: 'came', trackId, fromTrackId: '', isMove: true }
  if (isMine(fromTrackId)) return { kind: 'left', trackId: fromTrackId, fromTrackId: '', isMove: true }
  return null
}
