import type { Kysely } from 'kysely'
import { writeFacts } from './write-facts.server.ts'
import { type Actor, recordAudit } from '#app/audit/record.server.ts'
import type { Call } from '#app/applications/calls/call.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Database } from '#db/schema.ts'

/** Of an application that was sent: its facts follow what was changed, and the log says so. A draft changes all the time. */
export async function tellChanged(
  db: Kysely<Database>,
  {
    held,
    call,
    after,
    now,
    actor,
  }: {
    held: { id: string; state: string; eventId: string }
    call: Call
    after: Record<string, unknown>
    now: Instant
    actor: Actor
  },
): Promise<void> {
  if (held.state !== 'submitted') return
  await writeFacts(db, { call, applicationId: held.id, now })
  await recordAudit(db, now, [
    {
      actor,
      action: 'application.changed',
      objectKind: 'application',
      objectId: held.id,
      eventId: held.eventId,
      after,
    },
  ])
}
