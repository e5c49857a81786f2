/** From a moment on (seconds since 1970), so many seconds ahead of UTC. The first one of a zone is from `-Infinity` on. */
export interface Transition {
  at: number
  offset: number
}

/** Which offsets are in force where: one release of the IANA time zone database, from one source. */
export interface ZoneData {
  source: 'system' | 'package' | 'runtime'
  /** `2026f`; releases sort as text. */
  version: string
  /** In order, to the end of 2037; after it the rules of the years before go on. Null for a zone that it does not know. */
  transitions(zone: string): readonly Transition[] | null
}

/** In seconds since 1970. What was before is not needed; the sources end with 2037. */
export const DATA_STARTS = 0
export const DATA_ENDS = Date.UTC(2038, 0, 1) / 1000
