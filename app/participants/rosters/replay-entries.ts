import type { RosterEntriesTable } from '#db/schema.ts'

export type RosterEntry = Pick<RosterEntriesTable, 'registrationId' | 'trackId' | 'fromTrackId' | 'kind' | 'step'>

/** Who is on a list and in which track ('' for none), by the registration. */
export type RosterList = Map<string, string>

/** What is last known of each registration: its track, or null once it has left, and how many entries it has. */
export type KnownRoster = Map<string, { trackId: string | null; step: number }>

/** What the entries of a freeze say by now. Their order does not matter: each registration's steps have their own. */
export function replayEntries(entries: RosterEntry[]): KnownRoster {
  const known: KnownRoster = new Map()
  for (const { registrationId, trackId, kind, step } of entries) {
    if ((known.get(registrationId)?.step ?? 0) > step) continue
    known.set(registrationId, { trackId: kind === 'left' ? null : trackId, step })
  }
  return known
}

/** The entries that are missing so that what is known says what the list is now. */
export function missingEntries(known: KnownRoster, list: RosterList): RosterEntry[] {
  const missing: RosterEntry[] = []
  for (const [registrationId, trackId] of list) {
    const before = known.get(registrationId)
    const step = (before?.step ?? 0) + 1
    if (!before || before.trackId === null)
      missing.push({ registrationId, trackId, fromTrackId: '', kind: 'came', step })
    else if (before.trackId !== trackId)
      missing.push({ registrationId, trackId, fromTrackId: before.trackId, kind: 'moved', step })
  }
  for (const [registrationId, { trackId, step }] of known) {
    if (trackId === null || list.has(registrationId)) continue
    missing.push({ registrationId, trackId, fromTrackId: '', kind: 'left', step: step + 1 })
  }
  return missing
}
