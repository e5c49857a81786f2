import { isNews, type SessionChange } from './diff.ts'

/** Why a programme concerns somebody: where they have a seat, and which sessions are theirs. */
export interface Standing {
  /** The codes of the tracks of their seats; `all`: a seat for everything; null: they have no seat. */
  tracks: string[] | 'all' | null
  /** Sessions for which they signed up, or where they speak, chair or teach. */
  sessions: string[]
}

/** Of what changed, what somebody needs to know: of their own sessions, of their track, and of what is for everybody. */
export function concerning(changes: SessionChange[], { tracks, sessions }: Standing): SessionChange[] {
  const isTheirs = (track: string | null) =>
    tracks !== null && (track === null || tracks === 'all' || tracks.includes(track))
  return changes.filter((change) => {
    if (!isNews(change)) return false
    const sides = [
      ...(change.is === 'added' ? [] : [change.before]),
      ...(change.is === 'removed' ? [] : [change.after]),
    ]
    return sides.some(({ id, track }) => sessions.includes(id) || isTheirs(track))
  })
}
