/** The tracks of the event that the reader may see. */
export function scopedTracks<Track extends { id: string }>(tracks: Track[], trackIds: string[] | 'all'): Track[] {
  return trackIds === 'all' ? tracks : tracks.filter(({ id }) => trackIds.includes(id))
}

/** Whether a session is for the reader: of one of their tracks, or for everybody. */
export function isTaught({ trackId }: { trackId: string | null }, trackIds: string[] | 'all'): boolean {
  return trackId === null || trackIds === 'all' || trackIds.includes(trackId)
}

/** Whether somebody may add and remove materials of a session: of their own tracks only. */
export function mayChangeMaterials({ trackId }: { trackId: string | null }, trackIds: string[] | 'all'): boolean {
  return trackIds === 'all' || (trackId !== null && trackIds.includes(trackId))
}
