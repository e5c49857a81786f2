import type { Kysely } from 'kysely'
import { lockCall } from './lock-call.server.ts'
import { type Actor, recordAudit } from '#app/audit/record.server.ts'
import type { Instant } from '#app/values/moment.ts'
import { Refused, type Result } from '#app/values/refusal.ts'
import type { Database } from '#db/schema.ts'
import { transact } from '#db/transact.ts'

interface MoveReserve {
  callId: string
  applicationId: string
  by: -1 | 1
  now: Instant
  actor: Actor
}

/** One place up or down the reserve list, also after its release: whoever is at the end stays there. */
export async function moveReserve(
  db: Kysely<Database>,
  { callId, applicationId, by, now, actor }: MoveReserve,
): Promise<Result<void, 'gone' | 'call-cancelled' | 'busy'>> {
  return await transact<void, 'gone' | 'call-cancelled'>(db, async (db) => {
    await lockCall(db, callId)
    const one = await db
      .selectFrom('decisions')
      .innerJoin('calls', 'calls.id', 'decisions.callId')
      .select(['decisions.choiceId', 'decisions.place', 'calls.eventId'])
      .where('decisions.applicationId', '=', applicationId)
      .where('decisions.callId', '=', callId)
      .executeTakeFirst()
    if (!one || one.place === null) throw new Refused({ code: 'gone' })
    const place = one.place + by
    const neighbours = db
      .updateTable('decisions')
      .set({ place: one.place })
      .where('callId', '=', callId)
      .where('kind', '=', 'reserve')
      .where('place', '=', place)
      .where((row) => (one.choiceId === null ? row('choiceId', 'is', null) : row('choiceId', '=', one.choiceId)))
    if ((await neighbours.executeTakeFirst()).numUpdatedRows === 0n) return
    await db.updateTable('decisions').set({ place }).where('applicationId', '=', applicationId).execute()
    await recordAudit(db, now, [
      {
        actor,
        action: 'decision.moved',
        objectKind: 'decision',
        objectId: applicationId,
        eventId: one.eventId,
        before: { place: one.place },
        after: { place },
      },
    ])
  })
}
