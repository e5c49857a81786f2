import type { Kysely } from 'kysely'
import type { Database } from '#db/schema.ts'

/** So many addresses in one query stay below both databases’ limits of parameters. */
const AT_ONCE = 500

/** Those of the addresses to which the last thing that became of a mail is that it could not be delivered. */
export async function bouncedOf(db: Kysely<Database>, keys: string[]): Promise<Set<string>> {
  const failed = await db
    .selectFrom('messages')
    .select((row) => ['recipientKey', row.fn.max('id').as('last')])
    .where('state', '=', 'undeliverable')
    .groupBy('recipientKey')
    .execute()
  const wanted = new Set(keys)
  const last = new Map(
    failed.flatMap(({ recipientKey, last }) => (wanted.has(recipientKey) ? [[recipientKey, last]] : [])),
  )
  const found = [...last.keys()]
  for (let from = 0; from < found.length; from += AT_ONCE) {
    const reached = await db
      .selectFrom('messages')
      .select((row) => ['recipientKey', row.fn.max('id').as('last')])
      .where('recipientKey', 'in', found.slice(from, from + AT_ONCE))
      .where('state', '=', 'sent')
      .groupBy('recipientKey')
      .execute()
    for (const sent of reached) if (sent.last > last.get(sent.recipientKey)!) last.delete(sent.recipientKey)
  }
  return new Set(last.keys())
}
