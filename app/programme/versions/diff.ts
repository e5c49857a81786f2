import type { Snapshot, SnapshotSession } from './snapshot.ts'

/** What can be another of a session that stays; `time` is its day, its hours and the moments that they mean. */
export type SessionField =
  | 'title'
  | 'time'
  | 'room'
  | 'track'
  | 'people'
  | 'language'
  | 'interpretation'
  | 'stream'
  | 'kind'
  | 'code'
  | 'abstract'

export type SessionChange =
  | { is: 'added'; after: SnapshotSession }
  | { is: 'removed'; before: SnapshotSession }
  | { is: 'changed'; before: SnapshotSession; after: SnapshotSession; fields: SessionField[] }

const TIME = ['heldOn', 'startsTime', 'endsTime', 'startsAt', 'endsAt'] as const

const PARTS: Record<SessionField, (session: SnapshotSession) => unknown> = {
  title: ({ title }) => title,
  time: (session) => TIME.map((field) => session[field]),
  room: ({ room }) => room,
  track: ({ track }) => track,
  people: ({ people }) => people,
  language: ({ language }) => language,
  interpretation: ({ interpretation }) => interpretation,
  stream: ({ isStreamed }) => isStreamed,
  kind: ({ kind }) => kind,
  code: ({ code }) => code,
  abstract: ({ abstract }) => abstract,
}

/** Of what nobody needs a mail: who reads the programme finds it there. */
const QUIET: SessionField[] = ['stream', 'kind', 'code', 'abstract']

/** What became of each session between two programmes, in the order of time, the removed ones where they were. */
export function diffProgrammes(before: Snapshot, after: Snapshot): SessionChange[] {
  const [old, now] = [byId(before), byId(after)]
  const changes = [
    ...before.sessions.flatMap((session): SessionChange[] =>
      now.has(session.id) ? [] : [{ is: 'removed', before: session }],
    ),
    ...after.sessions.flatMap((session): SessionChange[] => {
      const known = old.get(session.id)
      if (!known) return [{ is: 'added', after: session }]
      const fields = fieldsOf(known, session)
      return fields.length === 0 ? [] : [{ is: 'changed', before: known, after: session, fields }]
    }),
  ]
  return changes.toSorted((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1))
}

/** The session as it is now, or as it was. */
export function sessionOf(change: SessionChange): SnapshotSession {
  return change.is === 'removed' ? change.before : change.after
}

/** Whether it is worth a mail. */
export function isNews(change: SessionChange): boolean {
  return change.is !== 'changed' || change.fields.some((field) => !QUIET.includes(field))
}

function fieldsOf(before: SnapshotSession, after: SnapshotSession): SessionField[] {
  return (Object.keys(PARTS) as SessionField[]).filter(
    (field) => JSON.stringify(PARTS[field](before)) !== JSON.stringify(PARTS[field](after)),
  )
}

function byId({ sessions }: Snapshot): Map<string, SnapshotSession> {
  return new Map(sessions.map((session) => [session.id, session]))
}

function keyOf(change: SessionChange): string {
  const { startsAt, title, id } = sessionOf(change)
  return `${startsAt} ${title} ${id}`
}
