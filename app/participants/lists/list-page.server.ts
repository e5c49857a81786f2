import { type Kysely, sql } from 'kysely'
import { existingPage, PEOPLE_PAGE } from '../paging.ts'
import type { ListCell } from './list-view.ts'
import { type AskedList, prepareList } from './list-view.server.ts'
import type { Database } from '#db/schema.ts'

/** A participant on a page: what the columns say, by their keys; what the reader may not see is not in it. */
export interface ListedPerson {
  id: string
  code: string
  trackId: string | null
  cells: Record<string, ListCell>
}

/** A page of a list by name, in a fixed number of queries. */
export async function readListPage(db: Kysely<Database>, asked: AskedList & { page: number }) {
  const { columns, fields, names, today, select, read } = await prepareList(db, asked)
  const { count } = await select()
    .select(sql<number>`count(*)`.as('count'))
    .executeTakeFirstOrThrow()
  const total = Number(count)
  const page = existingPage(asked.page, total, PEOPLE_PAGE)
  const listed = await select()
    .select('registrations.id')
    .orderBy('people.sortKey')
    .orderBy('registrations.id')
    .limit(PEOPLE_PAGE)
    .offset((page - 1) * PEOPLE_PAGE)
    .execute()
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
    page,
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
