import type { Care } from './encoding.ts'

/** So long something has to have been as it is before it is worth the care, in milliseconds. */
const SETTLED = 1000

/** More than this need not wait for their turn: who asks again has them asked for again. */
const MOST = 100

let waiting = 0
let turn: Promise<unknown> = Promise.resolve()

/**
 * Something compressed: in haste for who asks first, and with all care when it is asked for again a while later. So what
 * changes all the time costs no more than it must, nor what one stranger asks for once. What is made with care is made
 * one after the other, in one thread beside the one that answers, and takes the place of the other when it is there.
 */
export class CarefulCopy<Value> {
  readonly #make: (care: Care) => Promise<Value>
  readonly #from = performance.now()
  #state: Care | 'waits' = 'haste'
  readonly #made: Promise<Value>
  #value: Value | null = null

  constructor(make: (care: Care) => Promise<Value>) {
    this.#make = make
    this.#made = this.#kept('haste')
  }

  /** As good as it is by now; at once where it is there. */
  get(): Value | Promise<Value> {
    if (this.#state === 'haste') this.#improveOnceSettled()
    return this.#value ?? this.#made
  }

  #improveOnceSettled(): void {
    if (this.#value === null || waiting >= MOST || performance.now() - this.#from < SETTLED) return
    this.#state = 'waits'
    waiting++
    turn = turn.then(() => this.#improve())
  }

  /** What cannot be made better stays as it is. */
  async #improve(): Promise<void> {
    try {
      await this.#kept('best')
    } catch {
      // It was made before, so what failed has nothing to do with it: memory, a thread.
    } finally {
      this.#state = 'best'
      waiting--
    }
  }

  async #kept(care: Care): Promise<Value> {
    const value = await this.#make(care)
    this.#value = value
    return value
  }
}
