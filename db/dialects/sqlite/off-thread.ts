import { Worker } from 'node:worker_threads'
import SQLite from 'better-sqlite3'
import type { Answer, Step } from './file.ts'

/** The thread that was writing has died: nothing is known of what was asked last. */
export class WriterLost extends Error {
  override name = 'WriterLost'
}

/** A file that is written in a thread of its own, by one at a time. */
export interface WritingThread {
  /** Resolves once it can be asked; never when it dies before. */
  ready: Promise<void>
  /** Resolves when it is gone, of itself or because it was told to. */
  ended: Promise<void>
  run(steps: Step[]): Promise<Answer>
  end(): void
}

/** The thread keeps the process alive only while somebody waits for its answer, or for its end. */
export function beginThread(path: string): WritingThread {
  const worker = new Worker(new URL('./thread.ts', import.meta.url), { workerData: path })
  worker.unref()
  const ready = Promise.withResolvers<void>()
  const ended = Promise.withResolvers<void>()
  // In the order in which they were asked: a rollback does not wait for the statement before it.
  const waiting: PromiseWithResolvers<Answer>[] = []
  let isEnding = false
  let isGone = false

  worker.on('message', (answer: Answer | 'ready') => {
    if (answer === 'ready') return ready.resolve()
    waiting.shift()!.resolve(asHere(answer))
    if (waiting.length === 0 && !isEnding) worker.unref()
  })
  // Without a listener it would be this thread’s end, too.
  worker.on('error', () => undefined)
  worker.on('exit', () => {
    isGone = true
    for (const one of waiting) one.reject(new WriterLost('The thread that writes the database has ended.'))
    ended.resolve()
  })
  return {
    ready: ready.promise,
    ended: ended.promise,
    run(steps) {
      if (isGone) return Promise.reject(new WriterLost('The thread that wrote the database has ended.'))
      worker.postMessage(steps, [])
      worker.ref()
      const one = Promise.withResolvers<Answer>()
      waiting.push(one)
      return one.promise
    },
    end() {
      isEnding = true
      worker.ref()
      worker.postMessage('end', [])
    },
  }
}

/** As if it had been asked in this thread: bytes are buffers, and an error of SQLite's is one. */
function asHere(answer: Answer): Answer {
  if ('done' in answer) {
    for (const row of answer.done.rows as Record<string, unknown>[])
      for (const [column, value] of Object.entries(row))
        if (value instanceof Uint8Array) row[column] = Buffer.from(value.buffer, value.byteOffset, value.length)
    return answer
  }
  if (answer.fault instanceof Error) return answer
  const { message, code } = answer.fault as { message: string; code: string }
  return { fault: new SQLite.SqliteError(message, code), at: answer.at }
}
