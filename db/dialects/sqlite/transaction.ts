import type { Answer, Done, Step } from './file.ts'
import { WriterLost } from './off-thread.ts'
import type { Place } from './writer.ts'

/** So many rows go to the writer together, at most. */
const MOST_AHEAD = 5000

/**
 * A transaction at the place where it is written. Rows that are inserted together, and its beginning, go there with the next
 * statement that is asked something: what they fail with is that one's fault, and of everything after it until the
 * rollback, so that nothing is ever committed without them.
 */
export class FileTransaction {
  /** Of those that were inserted together. */
  rows = 0
  #place: Place
  // A reader never finds on its first write that somebody else was quicker (SQLITE_BUSY_SNAPSHOT).
  #ahead: Step[] = [{ sql: 'begin immediate', parameters: [] }]
  #rowsAhead = 0
  #isSent = false
  #fault: { of: unknown } | null = null

  constructor(place: Place) {
    this.#place = place
  }

  async run(step: Step): Promise<Done> {
    if (this.#fault) throw this.#fault.of
    const isRows = Array.isArray(step.parameters[0])
    if (isRows) {
      this.rows += step.parameters.length
      this.#rowsAhead += step.parameters.length
    }
    if (!isRows || this.#rowsAhead > MOST_AHEAD) return await this.#send(step)
    this.#ahead.push(step)
    return { rows: [], changes: step.parameters.length }
  }

  async commit(): Promise<void> {
    if (this.#fault) throw this.#fault.of
    if (this.#isSent || this.#ahead.length > 1) await this.#send({ sql: 'commit', parameters: [] })
  }

  async rollback(): Promise<void> {
    // Who asks afterwards would write for good.
    this.#fault ??= { of: new Error('The transaction was rolled back.') }
    if (!this.#isSent) return
    try {
      doneOf(await this.#place.run([{ sql: 'rollback', parameters: [] }]))
    } catch (fault) {
      // With its thread the transaction is gone, too.
      if (!(fault instanceof WriterLost)) throw fault
    }
  }

  async #send(step: Step): Promise<Done> {
    const steps = [...this.#ahead, step]
    this.#ahead = []
    this.#rowsAhead = 0
    this.#isSent = true
    const answer = await this.#place.run(steps)
    if ('fault' in answer && answer.at < steps.length - 1) this.#fault = { of: answer.fault }
    return doneOf(answer)
  }
}

/** @throws what the statement failed with. */
export function doneOf(answer: Answer): Done {
  if ('fault' in answer) throw answer.fault
  return answer.done
}
