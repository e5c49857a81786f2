import type { Kysely } from 'kysely'
import { type SeatPattern, seatsOfPattern } from './seat-pattern.ts'
import { recordAudit } from '#app/audit/record.server.ts'
import { newId } from '#app/values/id.ts'
import type { Instant } from '#app/values/moment.ts'
import { Refused, refuse, type Result } from '#app/values/refusal.ts'
import type { Database } from '#db/schema.ts'
import { transact } from '#db/transact.ts'

/** More than any room of ours has. */
export const MOST_SEATS = 500

/** Adds the seats of a pattern to a lab. A label that is there already, or a place that is taken, is refused by name. */
export async function makeSeats(
  db: Kysely<Database>,
  input: { eventId: string; trackId: string; pattern: SeatPattern; accountId: string; now: Instant },
): Promise<Result<{ made: number }>> {
  const { eventId, trackId, accountId, now } = input
  const { seats, refusals } = seatsOfPattern(input.pattern)
  if (refusals.length > 0) return refuse(...refusals)
  return await transact(db, async (db) => {
    const known = await db
      .selectFrom('labSeats')
      .select(['label', 'gridRow', 'gridColumn'])
      .where('eventId', '=', eventId)
      .where('trackId', '=', trackId)
      .execute()
    const labels = new Set(known.map(({ label }) => label.toLowerCase()))
    const places = new Set(known.map(({ gridRow, gridColumn }) => `${gridRow} ${gridColumn}`))
    const again = seats.find(({ label }) => labels.has(label.toLowerCase()))
    if (again) throw new Refused({ code: 'seat-label-taken', field: 'prefix', details: { label: again.label } })
    if (seats.some(({ gridRow, gridColumn }) => places.has(`${gridRow} ${gridColumn}`)))
      throw new Refused({
        code: 'seat-place-taken',
        field: 'firstRow',
        details: { row: Math.max(...known.map(({ gridRow }) => gridRow)) + 1 },
      })
    if (known.length + seats.length > MOST_SEATS)
      throw new Refused({ code: 'seats-many', field: 'count', details: { most: MOST_SEATS } })
    const rows = seats.map((seat) => ({ id: newId(now), eventId, trackId, ...seat, registrationId: null, version: 1 }))
    await db.insertInto('labSeats').values(rows).execute()
    await recordAudit(db, now, [
      {
        actor: { kind: 'account', id: accountId },
        action: 'lab.seats-made',
        objectKind: 'lab',
        objectId: eventId,
        eventId,
        after: { trackId, first: seats[0]!.label, seats: seats.length },
      },
    ])
    return { made: seats.length }
  })
}
