import type { Kysely } from 'kysely'
import type { BlockSeats, Existing } from './find-existing.server.ts'
import { pathOf, type Problem } from './problems.ts'
import type { Written } from './written.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Database } from '#db/schema.ts'

/**
 * Frees what blocks lose by their documents, before quotas become smaller; a block that a document leaves out is over.
 * Seats that were taken out of a block already are not the block's any more.
 */
export async function shrinkBlocks(db: Kysely<Database>, written: Written[], now: Instant): Promise<Problem[]> {
  const problems: Problem[] = []
  for (const { existing, children, document } of written) {
    for (const block of existing?.blocks ?? []) {
      const wanted = children.blocks.find(({ id }) => id === block.id)
      if (!wanted) await db.updateTable('reservations').set({ endedAt: now }).where('id', '=', block.id).execute()
      for (const seats of block.seats) {
        const size = wanted?.seats.find(({ quotaId }) => quotaId === seats.quotaId)?.size ?? 0
        const less = wanted ? seats.size - size : seats.remaining
        if (less <= 0) continue
        if (less > seats.remaining || !(await resize(db, block.id, seats.quotaId, -less)))
          problems.push({
            path: pathOf([...document.at, 'private', 'blocks']),
            message: `“${block.name}” has only ${seats.remaining} seats left that could be given back`,
          })
        lower(existing!, seats, less)
      }
    }
  }
  return problems
}

function lower(existing: Existing, seats: BlockSeats, less: number): void {
  const quota = existing.quotas.find(({ id }) => id === seats.quotaId)
  if (quota) quota.taken -= less
}

/** Sets aside what blocks gain, after quotas became larger. */
export async function growBlocks(db: Kysely<Database>, written: Written[], now: Instant): Promise<Problem[]> {
  const problems: Problem[] = []
  for (const { existing, children, eventId, document } of written) {
    for (const { id, name, untilAt, seats } of children.blocks) {
      const known = existing?.blocks.find((block) => block.id === id)
      if (known) await db.updateTable('reservations').set({ name, untilAt }).where('id', '=', id).execute()
      else
        await db
          .insertInto('reservations')
          .values({ id, eventId, kind: 'block', subjectId: null, name, untilAt, endedAt: null, createdAt: now })
          .execute()
      for (const { quotaId, size } of seats.toSorted((one, other) => (one.quotaId < other.quotaId ? -1 : 1))) {
        const before = known?.seats.find((row) => row.quotaId === quotaId)
        if (!before)
          await db.insertInto('reservedSeats').values({ reservationId: id, quotaId, size: 0, remaining: 0 }).execute()
        const more = size - (before?.size ?? 0)
        if (more > 0 && !(await resize(db, id, quotaId, more)))
          problems.push({
            path: pathOf([...document.at, 'private', 'blocks']),
            message: `“${name}” sets more seats aside than are left`,
          })
      }
    }
  }
  return problems
}

/** Changes a block and the counter of its quota by so many seats; false when they are not there. */
async function resize(db: Kysely<Database>, reservationId: string, quotaId: string, by: number): Promise<boolean> {
  const quota = await db
    .updateTable('quotas')
    .set((row) => ({ taken: row('taken', '+', by) }))
    .where('id', '=', quotaId)
    .$if(by > 0, (update) =>
      update.where((row) => row(row('taken', '+', by), '<=', row('size', '+', row.ref('overBy')))),
    )
    .executeTakeFirst()
  const seats = await db
    .updateTable('reservedSeats')
    .set((row) => ({ size: row('size', '+', by), remaining: row('remaining', '+', by) }))
    .where('reservationId', '=', reservationId)
    .where('quotaId', '=', quotaId)
    .where('remaining', '>=', -by)
    .executeTakeFirst()
  return quota.numUpdatedRows === 1n && seats.numUpdatedRows === 1n
}
