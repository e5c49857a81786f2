import { Worker } from 'node:worker_threads'
import type { Printed, PrintOrder } from './typesetter.ts'

/** Sets the data of a sheet in type by a template, a `.typ` file beside this one, which reads it as `sys.inputs.sheet`. */
export type Print = (template: string, sheet: object) => Promise<Uint8Array>

/** No paper takes as long as this, in milliseconds; one that does is stuck. */
const STUCK = 60_000
/** The thread and all that it remembers ends when nothing was printed for this long, and after so many papers. */
const IDLE = 30_000
const MOST_PRINTED = 2000
/** More that wait than are printed in a minute. */
const MOST_WAITING = 500

interface Waiting {
  order: PrintOrder
  resolve: (pdf: Uint8Array) => void
  reject: (error: Error) => void
}

/**
 * A typesetter in a thread of its own, so that nobody else waits while it computes. One paper at a time, in the order in
 * which they are asked for; the thread begins with the first and is replaced when it dies.
 */
export function offThread(): Print {
  const queue: Waiting[] = []
  let thread: Worker | undefined
  let underWay: Waiting | undefined
  let printed = 0
  let timer: NodeJS.Timeout | undefined

  function begin(): Worker {
    const begun = new Worker(new URL('./typesetter.ts', import.meta.url))
    begun.on('message', (answer: Printed) => {
      if (begun !== thread) return
      if ('pdf' in answer) settle((paper) => paper.resolve(answer.pdf))
      else settle((paper) => paper.reject(new Error(`The typesetter: ${answer.fault}`)))
    })
    begun.on('error', (error) => lose(begun, error))
    begun.on('exit', () => lose(begun, new Error('The typesetter ended.')))
    printed = 0
    return begun
  }

  function settle(tell: (paper: Waiting) => void): void {
    clearTimeout(timer)
    const paper = underWay
    underWay = undefined
    if (paper) tell(paper)
    if (++printed >= MOST_PRINTED) end()
    next()
  }

  function lose(lost: Worker, error: unknown): void {
    if (lost !== thread) return
    end()
    settle((paper) => paper.reject(error instanceof Error ? error : new Error(String(error))))
  }

  function end(): void {
    const ended = thread
    thread = undefined
    // A compilation cannot be interrupted: a thread that is stuck is left alone until it comes to itself.
    void ended?.terminate()
    ended?.unref()
  }

  function next(): void {
    if (underWay) return
    underWay = queue.shift()
    if (!underWay) {
      thread?.unref()
      timer = setTimeout(end, IDLE).unref()
      return
    }
    clearTimeout(timer)
    thread ??= begin()
    const asked = thread
    asked.ref()
    timer = setTimeout(() => lose(asked, new Error('The typesetter is stuck.')), STUCK).unref()
    asked.postMessage(underWay.order, [])
  }

  return (template, sheet) => {
    if (queue.length >= MOST_WAITING) return Promise.reject(new Error('Too many papers wait for the typesetter.'))
    const { promise, resolve, reject } = Promise.withResolvers<Uint8Array>()
    queue.push({ order: { template, sheet: JSON.stringify(sheet) }, resolve, reject })
    next()
    return promise
  }
}
