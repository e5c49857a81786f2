import type { Insertable, Kysely } from 'kysely'
import type { ClonePart } from './clone-parts.ts'
import { COPY_RULES, type CopyAround, type CopyRule } from './clone-rules.ts'
import { insertAll } from '../document/insert-all.server.ts'
import { newId } from '#app/values/id.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Database } from '#db/schema.ts'

type Row = Record<string, unknown>

/**
 * Copies the rows of the wanted parts from one event to another, as its rules say, in a number of statements that
 * depends on the tables. To be called in the transaction that makes the other event.
 * @returns how many rows each table has got.
 */
export async function copyRows(
  db: Kysely<Database>,
  {
    fromId,
    toId,
    parts,
    ...around
  }: Omit<CopyAround, 'copies'> & { fromId: string; toId: string; parts: Set<ClonePart> },
): Promise<Map<keyof Database, number>> {
  const copies = new Map([[fromId, toId]])
  const counts = new Map<keyof Database, number>()
  for (const rule of COPY_RULES) {
    if (rule.part && !parts.has(rule.part)) continue
    const all = await readRows(db, rule, fromId)
    // Ids of copies ascend as those of their originals do: some lists go by them.
    const rows = all.filter((row) => rule.isCopied?.(row) ?? true).toSorted(byId)
    for (const { id } of rows) if (typeof id === 'string') copies.set(id, newId(around.now))
    const made = rows.flatMap((row) => copyOf(row, rule, { ...around, copies }) ?? [])
    // The columns are those of the table itself: the rows were read from it.
    await insertAll(db, rule.table, made as Insertable<Database[typeof rule.table]>[])
    counts.set(rule.table, made.length)
  }
  return counts
}

/** The rows of an event. */
async function readRows(db: Kysely<Database>, { table, owner }: CopyRule, eventId: string): Promise<Row[]> {
  const { ref, table: named } = db.dynamic
  const query = db.selectFrom(named(table).as('own')).selectAll()
  if (!owner) return await query.where(ref('eventId'), '=', eventId).execute()
  const [column, of] = owner
  const owners = db.selectFrom(named(of).as('owners')).select(ref('id')).where(ref('eventId'), '=', eventId)
  return await query.where(ref(column), 'in', owners as never).execute()
}

function byId({ id: one }: Row, { id: other }: Row): number {
  return String(one).localeCompare(String(other))
}

/** The copy of a row; null where it cannot be without something that stays behind. */
function copyOf(row: Row, rule: CopyRule, around: CopyAround): Row | null {
  const { copies, shift } = around
  const made = { ...row }
  const copied = (column: string) => copies.get(row[column] as string)
  for (const column of ['id', 'eventId', rule.owner?.[0] ?? 'eventId', ...(rule.needs ?? [])]) {
    if (!(column in row)) continue
    const copy = copied(column)
    if (copy === undefined) return null
    made[column] = copy
  }
  for (const column of rule.names ?? []) made[column] = copied(column) ?? null
  const clock = rule.clock?.(row, shift.zone) ?? shift.zone
  for (const column of rule.moments ?? []) made[column] = moved(row[column], (at: Instant) => shift.moment(at, clock))
  for (const column of rule.days ?? []) made[column] = moved(row[column], shift.day)
  return { ...made, ...rule.anew?.(row, around) }
}

function moved(value: unknown, by: (value: string) => string): string | null {
  return typeof value === 'string' ? by(value) : null
}
