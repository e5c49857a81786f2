import type { Kysely } from 'kysely'
import type { BlockForm } from './block-form.ts'
import { type Block, listBlocks, seenOfBlock } from './blocks.server.ts'
import { lockEvent, refuseStale } from './lock-event.server.ts'
import { setAside } from '../seats/reservations.server.ts'
import type { Demand } from '../seats/seat-demand.ts'
import { giveBack, takeSeats } from '../seats/take-seats.server.ts'
import { type Actor, recordAudit } from '#app/audit/record.server.ts'
import { eventChanged } from '#app/events/event-changed.server.ts'
import type { Instant } from '#app/values/moment.ts'
import { Refused, type Result } from '#app/values/refusal.ts'
import type { Database } from '#db/schema.ts'
import { transact } from '#db/transact.ts'

export interface SaveBlock {
  eventId: string
  /** Null for a new one. */
  blockId: string | null
  form: BlockForm
  now: Instant
  actor: Actor
}

export type BlockRefusal =
  | 'block-no-room'
  | 'block-below-used'
  | 'block-over'
  | 'unknown-quota'
  | 'offer-stale'
  | 'gone'

/**
 * Sets seats aside for codes, or changes how many. What was taken out of a block already stays taken, so it never
 * becomes smaller than that; what it gains must be free now.
 */
export async function saveBlock(
  db: Kysely<Database>,
  { eventId, blockId, form, now, actor }: SaveBlock,
): Promise<Result<{ id: string }, BlockRefusal | 'busy'>> {
  return await transact<{ id: string }, BlockRefusal>(db, async (db) => {
    await lockEvent(db, eventId, now)
    const quotas = await db.selectFrom('quotas').select(['id', 'name']).where('eventId', '=', eventId).execute()
    if (form.seats.some(({ quotaId }) => !quotas.some(({ id }) => id === quotaId)))
      throw new Refused({ code: 'unknown-quota' as const })
    const nameOf = (quotaId: string) => quotas.find(({ id }) => id === quotaId)!.name
    const placeOf = (quotaId: string) => `seats[${form.seats.findIndex((row) => row.quotaId === quotaId)}].size`
    const noRoom = (quotaId: string) =>
      new Refused({ code: 'block-no-room' as const, field: placeOf(quotaId), details: { name: nameOf(quotaId) } })
    const wanted: Demand = new Map(
      form.seats.filter(({ size }) => size > 0).map(({ quotaId, size }) => [quotaId, size]),
    )
    if (blockId === null) {
      const { name, untilAt } = form
      const made = await setAside(db, {
        eventId,
        kind: 'block',
        subjectId: null,
        name,
        untilAt,
        demand: wanted,
        now,
        actor,
      })
      if (!made.ok) throw noRoom(made.fullQuotaId)
      await eventChanged(db, eventId, now)
      return { id: made.id }
    }
    const block = (await listBlocks(db, eventId)).find(({ id }) => id === blockId)
    if (!block) throw new Refused({ code: 'gone' as const })
    if (block.endedAt !== null) throw new Refused({ code: 'block-over' as const })
    refuseStale(form.seen, seenOfBlock(block))
    const { numUpdatedRows } = await db
      .updateTable('reservations')
      .set({ name: form.name, untilAt: form.untilAt })
      .where('id', '=', blockId)
      .where('endedAt', 'is', null)
      .executeTakeFirst()
    if (numUpdatedRows === 0n) throw new Refused({ code: 'block-over' as const })
    const { more, less } = differences(block, wanted)
    const full = await takeSeats(db, more)
    if (full !== null) throw noRoom(full)
    await giveBack(db, less)
    for (const [quotaId, size] of more) await grow(db, block, quotaId, size)
    for (const [quotaId, size] of less)
      if (!(await shrink(db, blockId, quotaId, size))) {
        const { size: had = 0, remaining = 0 } = block.seats.find((row) => row.quotaId === quotaId) ?? {}
        const details = { name: nameOf(quotaId), count: had - remaining }
        throw new Refused({ code: 'block-below-used' as const, field: placeOf(quotaId), details })
      }
    await recordAudit(db, now, [
      {
        actor,
        action: 'reservation.changed',
        objectKind: 'reservation',
        objectId: blockId,
        eventId,
        before: {
          untilAt: block.untilAt,
          seats: Object.fromEntries(block.seats.map((row) => [row.quotaId, row.size])),
        },
        after: { untilAt: form.untilAt, seats: Object.fromEntries(wanted) },
      },
    ])
    await eventChanged(db, eventId, now)
    return { id: blockId }
  })
}

function differences(block: Block, wanted: Demand): { more: Demand; less: Demand } {
  const [more, less]: [Demand, Demand] = [new Map(), new Map()]
  for (const quotaId of new Set([...wanted.keys(), ...block.seats.map((row) => row.quotaId)])) {
    const had = block.seats.find((row) => row.quotaId === quotaId)?.size ?? 0
    const by = (wanted.get(quotaId) ?? 0) - had
    if (by > 0) more.set(quotaId, by)
    if (by < 0) less.set(quotaId, -by)
  }
  return { more, less }
}

async function grow(db: Kysely<Database>, block: Block, quotaId: string, by: number): Promise<void> {
  if (!block.seats.some((row) => row.quotaId === quotaId)) {
    await db.insertInto('reservedSeats').values({ reservationId: block.id, quotaId, size: by, remaining: by }).execute()
    return
  }
  await db
    .updateTable('reservedSeats')
    .set((row) => ({ size: row('size', '+', by), remaining: row('remaining', '+', by) }))
    .where('reservationId', '=', block.id)
    .where('quotaId', '=', quotaId)
    .execute()
}

async function shrink(db: Kysely<Database>, blockId: string, quotaId: string, by: number): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('reservedSeats')
    .set((row) => ({ size: row('size', '-', by), remaining: row('remaining', '-', by) }))
    .where('reservationId', '=', blockId)
    .where('quotaId', '=', quotaId)
    .where('remaining', '>=', by)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
