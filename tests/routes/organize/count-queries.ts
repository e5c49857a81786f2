import type { Kysely } from 'kysely'
import type { testApp } from '#tests/support/app.ts'
import type { Database } from '#db/schema.ts'

/** How many queries each of these addresses takes. */
export async function countQueries(
  app: Awaited<ReturnType<typeof testApp>>,
  paths: string[],
): Promise<Record<string, number>> {
  const counts: Record<string, number> = {}
  const executor = app.db.getExecutor()
  const prototype = Object.getPrototypeOf(executor) as { executeQuery: (...given: unknown[]) => unknown }
  void (app.db satisfies Kysely<Database>)
  const original = prototype.executeQuery
  let count = 0
  prototype.executeQuery = function (...given) {
    count++
    return original.apply(this, given)
  }
  try {
    for (const path of paths) {
      count = 0
      const response = await app.get(path)
      await response.text()
      if (response.status !== 200) throw new Error(`${path}: ${response.status}`)
      counts[path] = count
    }
  } finally {
    prototype.executeQuery = original
  }
  return counts
}
