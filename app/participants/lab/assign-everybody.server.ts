import type { Kysely } from 'kysely'
import { readLab } from './lab-queries.server.ts'
import { recordAudit } from '#app/audit/record.server.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Result } from '#app/values/refusal.ts'
import type { Database } from '#db/schema.ts'
import { transact } from '#db/transact.ts'

/** In which order people are seated: as they stand on the list, or one group after the other. */
export const SEATING_ORDERS = ['list', 'group'] as const
export type SeatingOrder = (typeof SEATING_ORDERS)[number]

/** Seats those who have no seat yet, row by row in the seats that are free; nobody who sits is moved. */
export async function assignEverybody(
  db: Kysely<Database>,
  input: { eventId: string; trackId: string; by: SeatingOrder; accountId: string; now: Instant },
): Promise<Result<{ seated: number }>> {
  const { eventId, trackId, by, accountId, now } = input
  return await transact(db, async (db) => {
    const lab = await readLab(db, { eventId, trackId })
    const free = lab.seats.filter(({ person }) => person === null)
    const waiting =
      by === 'list'
        ? lab.unseated
        : lab.unseated.toSorted((one, other) =>
            (one.group ?? '~') < (other.group ?? '~') ? -1 : one.group === other.group ? 0 : 1,
          )
    const pairs = waiting.slice(0, free.length).map((person, at) => ({ person, seat: free[at]! }))
    let seated = 0
    for (const { person, seat } of pairs) {
      // A seat of somebody whose registration ended is free, and still holds them. Who was seated elsewhere meanwhile
      // stays there: the key of a registration is unique.
      const { numUpdatedRows } = await db
        .updateTable('labSeats')
        .set({ registrationId: person.registrationId })
        .where('id', '=', seat.id)
        .where('registrationId', seat.heldBy === null ? 'is' : '=', seat.heldBy)
        .executeTakeFirst()
      seated += Number(numUpdatedRows)
    }
    await recordAudit(db, now, [
      {
        actor: { kind: 'account', id: accountId },
        action: 'lab.everybody-seated',
        objectKind: 'lab',
        objectId: eventId,
        eventId,
        after: { trackId, by, seated },
      },
    ])
    return { seated }
  })
}
