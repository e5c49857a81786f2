import type { Kysely } from 'kysely'
import { readSeat, type SeatFacts } from './seat-facts.ts'
import { recordAudit } from '#app/audit/record.server.ts'
import type { Instant } from '#app/values/moment.ts'
import { Refused, refuse, type Result } from '#app/values/refusal.ts'
import type { Database } from '#db/schema.ts'
import { transact } from '#db/transact.ts'

/** Changes what belongs to one seat, unless somebody else did so meanwhile. */
export async function saveSeat(
  db: Kysely<Database>,
  input: { eventId: string; seatId: string; version: number; typed: SeatFacts; accountId: string; now: Instant },
): Promise<Result<void>> {
  const { eventId, seatId, version, accountId, now } = input
  const { facts, refusals } = readSeat(input.typed)
  if (refusals.length > 0) return refuse(...refusals)
  return await transact(db, async (db) => {
    const before = await db
      .selectFrom('labSeats')
      .select(['label', 'gridRow', 'gridColumn', 'machine', 'addressRange', 'zoneName', 'trackId'])
      .where('id', '=', seatId)
      .where('eventId', '=', eventId)
      .executeTakeFirst()
    if (!before) throw new Refused({ code: 'gone' })
    const { trackId, ...was } = before
    await refuseTaken(db, { eventId, trackId, seatId, facts })
    const { numUpdatedRows } = await db
      .updateTable('labSeats')
      .set({ ...facts, version: version + 1 })
      .where('id', '=', seatId)
      .where('version', '=', version)
      .executeTakeFirst()
    if (numUpdatedRows === 0n) throw new Refused({ code: 'stale' })
    await recordAudit(db, now, [
      {
        actor: { kind: 'account', id: accountId },
        action: 'lab.seat-changed',
        objectKind: 'lab-seat',
        objectId: seatId,
        eventId,
        before: was,
        after: { ...facts },
      },
    ])
  })
}

async function refuseTaken(
  db: Kysely<Database>,
  { eventId, trackId, seatId, facts }: { eventId: string; trackId: string; seatId: string; facts: SeatFacts },
): Promise<void> {
  const others = await db
    .selectFrom('labSeats')
    .select(['label', 'gridRow', 'gridColumn'])
    .where('eventId', '=', eventId)
    .where('trackId', '=', trackId)
    .where('id', '!=', seatId)
    .execute()
  const { label, gridRow, gridColumn } = facts
  if (others.some((other) => other.label.toLowerCase() === label.toLowerCase()))
    throw new Refused({ code: 'seat-label-taken', field: 'label', details: { label } })
  const beside = others.find((other) => other.gridRow === gridRow && other.gridColumn === gridColumn)
  if (beside) throw new Refused({ code: 'seat-place-of', field: 'gridRow', details: { label: beside.label } })
}
