import { openFile, type Answer, type Step } from './file.ts'
import { beginThread, type WritingThread } from './off-thread.ts'
import { inTurns } from './turns.ts'

/** A transaction that inserts so many rows together is one of a rush, and so many of those within this time are one. */
const MANY_ROWS = 50
const RUSH = { transactions: 8, within: 10_000 }
/** The thread ends when no such transaction came for this long, and when it died no other begins for as long. */
const IDLE = 10_000

/** Where somebody writes whose turn it is. */
export interface Place {
  run(steps: Step[]): Answer | Promise<Answer>
}

/** All who write a file, one at a time. */
export interface Writer {
  /** Waits for one's turn, in order of arrival. */
  take(): Promise<Place>
  /** Gives the turn on, and tells how many rows were inserted together. */
  give(rows: number): void
  /** What is asked for now is still done. */
  close(): Promise<void>
}

/**
 * Writes in this thread, where a single order costs least, and in a rush in one of its own: this one reads and judges what
 * comes next meanwhile. Only whoever has the turn writes, so the two never wait for each other's lock.
 */
export function openWriter(path: string, { hasThread = true } = {}): Writer {
  const here = openFile(path)
  const turns = inTurns()
  let thread: WritingThread | null = null
  let isReady = false
  let ended = Promise.resolve()
  let large: number[] = []
  let restUntil = 0

  function notice(rows: number): void {
    if (rows < MANY_ROWS) return
    const now = performance.now()
    large = [...large.slice(1 - RUSH.transactions), now]
    const isRush = large.length === RUSH.transactions && now - large[0]! < RUSH.within
    if (isRush && hasThread && !thread && now >= restUntil) begin()
  }

  function begin(): void {
    const begun = beginThread(path)
    thread = begun
    void begun.ready.then(() => (isReady = thread === begun))
    ended = untilEnd(begun)
  }

  async function untilEnd(begun: WritingThread): Promise<void> {
    const timer = setInterval(() => void endWhenIdle(), IDLE).unref()
    await begun.ended
    clearInterval(timer)
    if (thread !== begun) return
    restUntil = performance.now() + IDLE
    forget()
  }

  function forget(): void {
    thread = null
    isReady = false
  }

  async function endWhenIdle(): Promise<void> {
    if (performance.now() - large.at(-1)! < IDLE) return
    await turns.take()
    thread?.end()
    forget()
    turns.give()
  }

  return {
    async take() {
      await turns.take()
      return isReady ? thread! : here
    },
    give(rows) {
      turns.give()
      notice(rows)
    },
    async close() {
      thread?.end()
      await ended
      here.close()
    },
  }
}
