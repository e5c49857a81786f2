import type { Insertable, Kysely } from 'kysely'
import type { ClonePart } from './clone-parts.ts'
import { COPY_RULES, type CopyAround, type CopyRule } from './clone-rules.ts'
import { insertAll } from '../document/insert-all.server.ts'
import { newId } from '#app/values/id.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Database } from '#db/schema.ts'

type Row = Record<string, unknown>

/** Where copies come from and go to: all rows of an event, or those of one thing of it. */
interface CopyPlace {
  rules: CopyRule[]
  /** Which rows a table without owner has. */
  root: [column: string, id: string]
  /** The event that gets them. */
  toId: string
  /** Copies that exist already, by what they are copies of; those that are made are added. */
  copies: Map<string, string>
}

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
  const rules = COPY_RULES.filter(({ part }) => !part || parts.has(part))
  return await copyByRules(db, { rules, root: ['eventId', fromId], toId, copies: new Map([[fromId, toId]]), ...around })
}

/** The same for the tables of these rules, from where a root says. */
export async function copyByRules(
  db: Kysely<Database>,
  { rules, root, toId, copies, ...around }: Omit<CopyAround, 'copies'> & CopyPlace,
): Promise<Map<keyof Database, number>> {
  const counts = new Map<keyof Database, number>()
  for (const rule of rules) {
    const all = await readRows(db, rule, root)
    // Ids of copies ascend as those of their originals do: some lists go by them.
    const rows = all.filter((row) => rule.isCopied?.(row) ?? true).toSorted(byId)
    for (const { id } of rows) if (typeof id === 'string') copies.set(id, newId(around.now))
    const made = rows.flatMap((row) => copyOf(row, rule, { ...around, copies }, toId) ?? [])
    // The columns are those of the table itself: the rows were read from it.
    await insertAll(db, rule.table, made as Insertable<Database[typeof rule.table]>[])
    counts.set(rule.table, made.length)
  }
  return counts
}

/** The rows of a table that belong to the root, by whatever they belong to. */
async function readRows(db: Kysely<Database>, { table, owner }: CopyRule, root: CopyPlace['root']): Promise<Row[]> {
  const { ref, table: named } = db.dynamic
  const query = db.selectFrom(named(table).as('own')).selectAll()
  if (!owner) return await query.where(ref(root[0]), '=', root[1]).execute()
  return await query.where(ref(owner[0]), 'in', idsOf(db, owner[1], root) as never).execute()
}

/** The ids of such rows, to be asked for in another question. */
function idsOf(db: Kysely<Database>, table: keyof Database, root: CopyPlace['root']): unknown {
  const { ref, table: named } = db.dynamic
  const owner = COPY_RULES.find((rule) => rule.table === table)?.owner
  const query = db.selectFrom(named(table).as('owners')).select(ref('id'))
  if (!owner) return query.where(ref(root[0]), '=', root[1])
  return query.where(ref(owner[0]), 'in', idsOf(db, owner[1], root) as never)
}

function byId({ id: one }: Row, { id: other }: Row): number {
  return String(one).localeCompare(String(other))
}

/** The copy of a row; null where it cannot be without something that stays behind. */
function copyOf(row: Row, rule: CopyRule, around: CopyAround, toId: string): Row | null {
  const { copies, shift } = around
  const made = { ...row }
  const copied = (column: string) => copies.get(row[column] as string)
  // What belongs to something of the event may name another event, which is not copied: then it is this one.
  if ('eventId' in row) made.eventId = copied('eventId') ?? toId
  for (const column of ['id', rule.owner?.[0] ?? 'id', ...(rule.needs ?? [])]) {
    if (!(column in row)) continue
    const copy = copied(column)
    if (copy === undefined) return null
    made[column] = copy
  }
  for (const column of rule.names ?? []) made[column] = copied(column) ?? null
  for (const column of rule.moments ?? []) {
    const clock = rule.clock?.(row, shift.zone, column) ?? shift.zone
    made[column] = moved(row[column], (at: Instant) => shift.moment(at, clock))
  }
  for (const column of rule.days ?? []) made[column] = moved(row[column], shift.day)
  return { ...made, ...rule.anew?.(row, around) }
}

function moved(value: unknown, by: (value: string) => string): string | null {
  return typeof value === 'string' ? by(value) : null
}
