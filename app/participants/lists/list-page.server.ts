import { type Kysely, sql } from 'kysely'
import { PEOPLE_PAGE } from '../paging.ts'
import type { ListCell } from './list-view.ts'
import { type AskedList, prepareList } from './list-view.server.ts'
import { selectInReach } from './select-listed.server.ts'
import type { Cursor } from '#app/values/cursor.ts'
import { keysetPage } from '#db/keyset.ts'
import type { Database } from '#db/schema.ts'

/** A participant on a page: what the columns say, by their keys; what the reader may not see is not in it. */
export interface ListedPerson {
  id: string
  code: string
  trackId: string | null
  cells: Record<string, ListCell>
}

/** A page of a list by name, in a fixed number of queries. */
export async function readListPage(db: Kysely<Database>, asked: AskedList & { cursor: Cursor }) {
  const { columns, fields, names, today, select, read } = await prepareList(db, asked)
  const { count } = await select({ isCounted: true })
    .select(sql<number>`count(*)`.as('count'))
    .executeTakeFirstOrThrow()
  const total = Number(count)
  const { rows: listed, steps } = await keysetPage(select().select('registrations.id'), {
    keys: [
      ['people.sortKey', 'asc'],
      ['registrations.id', 'asc'],
    ],
    cursor: asked.cursor,
    size: PEOPLE_PAGE,
    // Also of who has cancelled meanwhile; of another track nobody learns a place in the order.
    anchor: selectInReach(db, { eventId: asked.event.id, trackIds: asked.trackIds }),
  })
  const found = await read(listed.map(({ id }) => id))
  const rows = listed.flatMap(({ id }): ListedPerson[] => {
    const row = found.get(id)
    if (!row) return []
    const cells = Object.fromEntries(columns.map(({ key, cell }) => [key, cell(row)]))
    return [{ id, code: row.code, trackId: row.trackId, cells }]
  })
  return {
    columns: columns.map(({ key, label, kind }) => ({ key, label, kind })),
    fields,
    names,
    today,
    total,
    steps,
    rows,
  }
}

/** One participant by their code, as far as the reader sees them; null when there is none on their list. */
export async function readListedPerson(db: Kysely<Database>, asked: AskedList & { code: string }) {
  const { columns, select, read } = await prepareList(db, asked)
  const found = await select()
    .select('registrations.id')
    .where('registrations.code', '=', asked.code)
    .executeTakeFirst()
  const row = found && (await read([found.id])).get(found.id)
  if (!row) return null
  return {
    id: row.id,
    code: row.code,
    trackId: row.trackId,
    columns: columns.map(({ key, label, kind }) => ({ key, label, kind })),
    cells: Object.fromEntries(columns.map(({ key, cell }) => [key, cell(row)])),
  }
}
