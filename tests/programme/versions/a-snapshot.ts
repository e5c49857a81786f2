import type { Snapshot, SnapshotSession } from '#app/programme/versions/snapshot.ts'

/** A session of a Tuesday in Kigali. */
export function aSession(facts: Partial<SnapshotSession>): SnapshotSession {
  return {
    id: 'a-session',
    code: null,
    kind: 'talk',
    title: 'Routes',
    language: 'en',
    interpretation: '',
    heldOn: '2027-06-22',
    startsTime: '09:00',
    endsTime: '10:30',
    startsAt: '2027-06-22T07:00:00.000Z',
    endsAt: '2027-06-22T08:30:00.000Z',
    room: 'Hall B',
    isStreamed: false,
    track: null,
    people: [{ role: 'speaker', fullName: 'Ngozi Muster', affiliation: null }],
    abstract: '',
    ...facts,
  }
}

export function aSnapshot(...sessions: SnapshotSession[]): Snapshot {
  return { zone: 'Africa/Kigali', sessions }
}
