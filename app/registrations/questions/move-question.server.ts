import type { Kysely } from 'kysely'
import { type Actor, recordAudit } from '#app/audit/record.server.ts'
import { eventChanged } from '#app/events/event-changed.server.ts'
import type { Instant } from '#app/values/moment.ts'
import { Refused, type Result } from '#app/values/refusal.ts'
import type { Database } from '#db/schema.ts'
import { transact } from '#db/transact.ts'

/** Changes the order: a question goes before or behind its neighbour of the same stage. At an end it stays. */
export async function moveQuestion(
  db: Kysely<Database>,
  input: { eventId: string; questionId: string; by: -1 | 1; now: Instant; actor: Actor },
): Promise<Result<null, 'gone' | 'busy'>> {
  const { eventId, questionId, by, now, actor } = input
  return await transact<null, 'gone'>(db, async (db) => {
    const all = await db
      .selectFrom('questions')
      .select(['id', 'stage', 'position'])
      .where('eventId', '=', eventId)
      .where('isRetired', '=', 0)
      .orderBy('position')
      .orderBy('id')
      .execute()
    const moved = all.find(({ id }) => id === questionId)
    if (!moved) throw new Refused({ code: 'gone' as const })
    const peers = all.filter(({ stage }) => stage === moved.stage)
    const neighbour = peers[peers.indexOf(moved) + by]
    if (!neighbour) return null
    const order = all.map(({ id }) => (id === moved.id ? neighbour.id : id === neighbour.id ? moved.id : id))
    for (const [position, id] of order.entries()) {
      if (all.find((one) => one.id === id)!.position === position) continue
      await db.updateTable('questions').set({ position }).where('id', '=', id).execute()
    }
    await recordAudit(db, now, [
      { actor, action: 'question.moved', objectKind: 'question', objectId: questionId, eventId, after: { by } },
    ])
    await eventChanged(db, eventId, now)
    return null
  })
}
