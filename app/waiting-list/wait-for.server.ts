import type { Kysely } from 'kysely'
import type { Database } from '#db/schema.ts'

/**
 * Counts an entry as waiting for those of these quotas that have no room for `seats` more, or that others wait for
 * already. Returns them; it does not wait for the others. The list is locked by the caller.
 */
export async function waitForFull(
  db: Kysely<Database>,
  entryId: string,
  demand: Map<string, number>,
): Promise<Set<string>> {
  const full = new Set<string>()
  for (const [quotaId, seats] of [...demand].toSorted(([one], [other]) => (one < other ? -1 : 1))) {
    const { numUpdatedRows } = await db
      .updateTable('quotas')
      .set((row) => ({ waiting: row('waiting', '+', 1) }))
      .where('id', '=', quotaId)
      .where((row) =>
        row.or([row('waiting', '>', 0), row(row('taken', '+', seats), '>', row('size', '+', row.ref('overBy')))]),
      )
      .executeTakeFirst()
    if (numUpdatedRows === 1n) full.add(quotaId)
  }
  // After the guarded updates: the foreign key's shared lock on a quota, taken first by two, would be a deadlock.
  if (demand.size > 0)
    await db
      .insertInto('waitingListQuotas')
      .values([...demand.keys()].map((quotaId) => ({ entryId, quotaId, isWaiting: full.has(quotaId) ? 1 : 0 })))
      .execute()
  return full
}

/** Counts an entry as waiting for exactly these quotas of its own. The list is locked by the caller. */
export async function waitForExactly(
  db: Kysely<Database>,
  entryId: string,
  wanted: ReadonlySet<string>,
): Promise<boolean> {
  const rows = await db
    .selectFrom('waitingListQuotas')
    .select(['quotaId', 'isWaiting'])
    .where('entryId', '=', entryId)
    .orderBy('quotaId')
    .execute()
  const other = rows.filter(({ quotaId, isWaiting }) => wanted.has(quotaId) !== (isWaiting === 1))
  for (const { quotaId, isWaiting } of other)
    await db
      .updateTable('quotas')
      .set((row) => ({ waiting: row('waiting', isWaiting === 1 ? '-' : '+', 1) }))
      .where('id', '=', quotaId)
      .execute()
  for (const { quotaId, isWaiting } of other)
    await db
      .updateTable('waitingListQuotas')
      .set({ isWaiting: isWaiting === 1 ? 0 : 1 })
      .where('entryId', '=', entryId)
      .where('quotaId', '=', quotaId)
      .execute()
  return other.length > 0
}
