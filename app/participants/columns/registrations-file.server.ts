import type { Kysely } from 'kysely'
import { type Listed, type ListedRegistration, nextRegistrations } from './list-registrations.server.ts'
import { BYTE_ORDER_MARK, csvRows } from '#app/values/csv.ts'
import type { Database } from '#db/schema.ts'

const AT_ONCE = 500

/** The registrations that a filter means as CSV, in pieces of at most 500. */
export async function* registrationsFile(
  db: Kysely<Database>,
  listed: Listed,
  { head, write }: { head: string[]; write: (row: ListedRegistration) => string[] },
): AsyncGenerator<string> {
  yield BYTE_ORDER_MARK + csvRows([head])
  for (let after: ListedRegistration | null = null; ;) {
    const rows: ListedRegistration[] = await nextRegistrations(db, { ...listed, after, limit: AT_ONCE })
    if (rows.length > 0) yield csvRows(rows.map(write))
    if (rows.length < AT_ONCE) return
    after = rows.at(-1)!
  }
}
