import type { Kysely } from 'kysely'
import type { Database } from '#db/schema.ts'

/**
 * The same database, in which somebody else does something (`between`) before the statement of that number is sent, or
 * before each; those of transactions do not count, for there nobody else comes in between.
 */
export function interruptedBefore(db: Kysely<Database>, number: number | 'each', between: () => Promise<unknown>) {
  const interrupted = db.withPlugin({
    transformQuery: ({ node }) => node,
    transformResult: ({ result }) => Promise.resolve(result),
  })
  const executor = interrupted.getExecutor()
  const execute = executor.executeQuery.bind(executor)
  const state = { sent: 0 }
  executor.executeQuery = async (query, ...rest) => {
    state.sent += 1
    if (number === 'each' || number === state.sent) await between()
    return await execute(query, ...rest)
  }
  return { db: interrupted, state }
}
