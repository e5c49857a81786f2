import type { Change, ImportFacts, ImportTotals, SessionFields } from './import-plan.ts'
import type { WrittenSession } from './write-sessions.server.ts'
import type { Actor, AuditEntry } from '#app/audit/record.server.ts'

/** What the log keeps of an import: each session that it touched, and the whole with its totals. */
export function importAudit({
  facts: { event, sessions },
  written,
  removed,
  file,
  totals,
  undo,
  actor,
}: {
  facts: ImportFacts
  written: WrittenSession[]
  removed: string[]
  file: string
  totals: ImportTotals
  /** The file that remembers how it was before. */
  undo: string
  actor: Actor
}): AuditEntry[] {
  const common = { actor, objectKind: 'session', eventId: event.id }
  const byId = new Map(sessions.map((session) => [session.id, session]))
  return [
    ...written.map(({ id, entry }): AuditEntry => {
      if (entry.is === 'new') return { ...common, action: 'session.added', objectId: id, after: brief(entry.fields) }
      const [before, after] = [sideOf(entry.changes, 'from'), sideOf(entry.changes, 'to')]
      return { ...common, action: 'session.changed', objectId: id, before, after }
    }),
    ...removed.map((id): AuditEntry => {
      const before = brief(byId.get(id)!)
      return { ...common, action: 'session.removed', objectId: id, before }
    }),
    { ...common, action: 'programme.imported', objectKind: 'file', objectId: file, after: { ...totals, undo } },
  ]
}

function brief({
  title,
  heldOn,
  startsTime,
  endsTime,
  room,
  trackId,
}: Omit<SessionFields, 'startsLater' | 'endsLater'>) {
  return { title, heldOn, startsTime, endsTime, room, trackId }
}

/** Of a long text and of names the log keeps that they changed. */
function sideOf(changes: Change[], side: 'from' | 'to'): Record<string, string | number> {
  return Object.fromEntries(
    changes.map((change) =>
      change.field === 'abstract' || change.field === 'people'
        ? [`${change.field}Length`, change[side].length]
        : [change.field, change[side]],
    ),
  )
}
