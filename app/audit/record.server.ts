import type { Kysely } from 'kysely'
import { newId } from '#app/values/id.ts'
import type { Instant } from '#app/values/moment.ts'
import { insertRows } from '#db/insert-rows.ts'
import type { Database } from '#db/schema.ts'

/** Who did it: an account, somebody without one, Plenary itself, the operator's tool, a payment provider. */
export interface Actor {
  kind: 'account' | 'visitor' | 'system' | 'operator' | 'provider'
  id?: string
}

export interface AuditEntry {
  actor: Actor
  action: string
  objectKind: string
  objectId: string
  eventId?: string | null
  before?: Record<string, unknown>
  after?: Record<string, unknown>
}

/** Writes what changed, in the transaction of the change. Personal values go in by reference (ids), never as text. */
export async function recordAudit(db: Kysely<Database>, now: Instant, entries: AuditEntry[]): Promise<void> {
  const rows = entries.map((entry) => ({
    id: newId(now),
    at: now,
    actorKind: entry.actor.kind,
    actorId: entry.actor.id ?? null,
    action: entry.action,
    objectKind: entry.objectKind,
    objectId: entry.objectId,
    eventId: entry.eventId ?? null,
    before: JSON.stringify(entry.before ?? {}),
    after: JSON.stringify(entry.after ?? {}),
  }))
  await insertRows(db, 'auditEntries', rows)
}
