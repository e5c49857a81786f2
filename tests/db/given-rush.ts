import { once } from 'node:events'
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Worker } from 'node:worker_threads'
import type { Kysely } from 'kysely'
import { insertRows } from '#db/insert-rows.ts'
import type { Database } from '#db/schema.ts'

/** So many rows of one kind, numbered. */
export const attempts = (name: string, count = 60) =>
  Array.from({ length: count }, (_, at) => ({ bucket: `${name} ${at}`, windowAt: 'now', count: at }))

/** Writes as in a rush, until the database is written in a thread of its own: that thread. */
export async function rushOfWriters(db: Kysely<Database>): Promise<Worker> {
  const threads: Worker[] = []
  const seen = (thread: Worker) => void threads.push(thread)
  process.on('worker', seen)
  for (let at = 0; threads.length === 0; at++) {
    if (at > 100) throw new Error('A rush of a hundred transactions has brought no thread.')
    await insertRows(db, 'attempts', attempts(`rush ${at}`))
    // What Node says of a thread is said between two turns.
    await nextTurn()
  }
  process.off('worker', seen)
  const [said] = (await once(threads[0]!, 'message')) as [unknown]
  if (said !== 'ready') throw new Error('The thread is not ready.')
  return threads[0]!
}
