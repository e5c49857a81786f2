import type { Kysely } from 'kysely'
import type { Database } from '#db/schema.ts'

/** How many statements `work` sends to the database that it is given. */
export async function countedQueries(
  db: Kysely<Database>,
  work: (db: Kysely<Database>) => Promise<unknown>,
): Promise<number> {
  let count = 0
  const counting = db.withPlugin({
    transformQuery: ({ node }) => {
      count++
      return node
    },
    transformResult: ({ result }) => Promise.resolve(result),
  })
  await work(counting)
  return count
}
