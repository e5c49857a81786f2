import { type RawBuilder, type SelectQueryBuilder, sql, type SqlBool } from 'kysely'
import { type Cursor, END, type Steps } from '#app/values/cursor.ts'

/**
 * What a list is sorted by: columns, or what stands for one that may be null. None of them ever is; the last is the id that
 * tells any two rows apart.
 */
export type SortKeys = (readonly [key: string | RawBuilder<unknown>, direction: 'asc' | 'desc'])[]

export interface Page<Row> {
  rows: Row[]
  steps: Steps
}

/**
 * A page of a list by its keys: the database goes to where it begins instead of passing over the rows before. `list` is the
 * list without order; `anchor` the same tables with none of its filters, in which the row that the cursor names is looked
 * up, also when it has left the list meanwhile. Where that row is gone, and where nothing is left, the list begins anew.
 */
export async function keysetPage<DB, TB extends keyof DB, Row extends { id: string }, DB2, TB2 extends keyof DB2>(
  list: SelectQueryBuilder<DB, TB, Row>,
  asked: { keys: SortKeys; cursor: Cursor; size: number; anchor: SelectQueryBuilder<DB2, TB2, object> },
): Promise<Page<Row>> {
  const { keys, cursor, size, anchor } = asked
  return await stepTo(cursor, size, {
    reach: (id) => reachedBy(anchor, keys, id),
    read: (isBack, reached) => nextRows(list, { keys: isBack ? turned(keys) : keys, after: reached, limit: size + 1 }),
  })
}

/** The next rows of a list behind the row that has these keys, or its first ones. */
export async function nextRows<DB, TB extends keyof DB, Row>(
  list: SelectQueryBuilder<DB, TB, Row>,
  { keys, after, limit }: { keys: SortKeys; after: unknown[] | null; limit: number },
) {
  return await sorted(list, keys)
    .$if(after !== null, (query) => query.where(past(keys, after!)))
    .limit(limit)
    .execute()
}

/** A part of a list that several tables make up: its next rows by their ids, which tell when they were made. */
export type Part<Row> = (from: {
  direction: 'asc' | 'desc'
  after: [id: string] | null
  limit: number
}) => Promise<Row[]>

/** A page of such a list, the newest first. Of no part more is read than fits on it. */
export async function mergedPage<Row extends { id: string }>(
  parts: Part<Row>[],
  { cursor, size }: { cursor: Cursor; size: number },
): Promise<Page<Row>> {
  return await stepTo<Row, [id: string]>(cursor, size, {
    reach: (id) => Promise.resolve([id]),
    read: (isBack, after) => nextMerged(parts, { direction: isBack ? 'asc' : 'desc', after, limit: size + 1 }),
  })
}

export async function nextMerged<Row extends { id: string }>(
  parts: Part<Row>[],
  from: Parameters<Part<Row>>[0],
): Promise<Row[]> {
  const found = await Promise.all(parts.map((part) => part(from)))
  const sign = from.direction === 'asc' ? 1 : -1
  const rows = found.flat().toSorted((one, other) => (one.id < other.id ? -sign : sign))
  return rows.slice(0, from.limit)
}

interface Reader<Row, Keys> {
  /** The keys of the row that a cursor names; null when there is none. */
  reach: (id: string) => Promise<Keys | null>
  /** One row more than a page has, from there on or back from there. */
  read: (isBack: boolean, reached: Keys | null) => Promise<Row[]>
}

async function stepTo<Row extends { id: string }, Keys>(
  cursor: Cursor,
  size: number,
  { reach, read }: Reader<Row, Keys>,
): Promise<Page<Row>> {
  const id = cursor === null ? null : 'after' in cursor ? cursor.after : cursor.before
  const isBack = cursor !== null && 'before' in cursor
  const isEnd = isBack && id === END
  const reached = id === null || isEnd ? null : await reach(id)
  if (id !== null && !isEnd && reached === null) return await stepTo(null, size, { reach, read })
  const found = await read(isBack, reached)
  // Fewer in front than a page holds: the first page is then a whole one.
  if (reached !== null && (isBack ? found.length <= size : found.length === 0))
    return await stepTo(null, size, { reach, read })
  const isMore = found.length > size
  const rows = found.slice(0, size)
  if (isBack) rows.reverse()
  const before = isBack ? isMore : reached !== null
  const after = isBack ? !isEnd : isMore
  return { rows, steps: { before: before ? rows[0]!.id : null, after: after ? rows.at(-1)!.id : null } }
}

/** A list in the order of its keys. */
export function sorted<DB, TB extends keyof DB, Row>(
  list: SelectQueryBuilder<DB, TB, Row>,
  keys: SortKeys,
): SelectQueryBuilder<DB, TB, Row> {
  return keys.reduce((query, [key, direction]) => query.orderBy(asSql(key), direction), list)
}

/**
 * Behind the row that has these values. Said with a bound on the first column besides, because SQLite looks nothing up in
 * an index by an `or`.
 */
export function past(keys: SortKeys, values: unknown[]): RawBuilder<SqlBool> {
  const [[key, direction], ...rest] = keys as [SortKeys[number], ...SortKeys]
  const [value, ...others] = values
  const ref = asSql(key)
  if (rest.length === 0) return direction === 'asc' ? sql`${ref} > ${value}` : sql`${ref} < ${value}`
  const next = past(rest, others)
  return direction === 'asc'
    ? sql`(${ref} >= ${value} and (${ref} > ${value} or ${next}))`
    : sql`(${ref} <= ${value} and (${ref} < ${value} or ${next}))`
}

function asSql(key: SortKeys[number][0]): RawBuilder<unknown> {
  return typeof key === 'string' ? sql.ref(key) : key
}

function turned(keys: SortKeys): SortKeys {
  return keys.map(([key, direction]) => [key, direction === 'asc' ? 'desc' : 'asc'])
}

/** By what the row is sorted that has this id; null when there is none. */
async function reachedBy<DB, TB extends keyof DB>(
  anchor: SelectQueryBuilder<DB, TB, object>,
  keys: SortKeys,
  id: string,
): Promise<unknown[] | null> {
  const row = await keys
    .reduce<SelectQueryBuilder<DB, TB, object>>((query, [key], at) => query.select(asSql(key).as(`key${at}`)), anchor)
    .where(sql<SqlBool>`${asSql(keys.at(-1)![0])} = ${id}`)
    .limit(1)
    .executeTakeFirst()
  return row ? keys.map((_, at) => (row as Record<string, unknown>)[`key${at}`]) : null
}
