/** Nobody is turned away while fewer than this wait; from then on whoever would wait too long is. */
const MANY = 2500
const MOST = 4000
/** In milliseconds: about as long as somebody looks at a page that does not come. */
const PATIENCE = 20_000

/** How much of what was known of the pace each answer leaves. */
const MEMORY = 0.98

interface Bounds {
  many: number
  most: number
  patience: number
}

/** One more cannot be carried. */
export class TooMany extends Error {}

/**
 * Those who wait for the application. They are answered in the order in which they came; when there are more than can be
 * carried, those who come then are told so, and nobody who waits already is sent away.
 */
export class Crowd {
  readonly #bounds: Bounds
  /** How many of them come from an address. */
  readonly #from = new Map<string, number>()
  #waiting = 0
  /** When somebody was answered last, while others waited, and how far two answers are apart: in milliseconds. */
  #last = 0
  #pace = 0

  constructor(bounds: Partial<Bounds> = {}) {
    this.#bounds = { many: MANY, most: MOST, patience: PATIENCE, ...bounds }
  }

  /** Whether one more cannot be carried. */
  get isTooMany(): boolean {
    const { many, most, patience } = this.#bounds
    return this.#waiting >= most || (this.#waiting >= many && this.#waiting * this.#pace > patience)
  }

  /** The same for one who comes from there: no single address has all the places, so that one program locks nobody out. */
  isTooManyFrom(address: string): boolean {
    return this.isTooMany || (this.#from.get(address) ?? 0) >= this.#bounds.many
  }

  /** @throws TooMany instead of waiting, when one more cannot be carried. */
  async admit<T>(answer: () => Promise<T>): Promise<T> {
    if (this.isTooMany) throw new TooMany()
    return await this.wait('', answer)
  }

  /** Waits for an answer, as one of the crowd. */
  async wait<T>(address: string, answer: () => Promise<T>): Promise<T> {
    if (this.#waiting++ === 0) this.#last = performance.now()
    this.#from.set(address, (this.#from.get(address) ?? 0) + 1)
    try {
      return await answer()
    } finally {
      this.#waiting--
      const others = this.#from.get(address)! - 1
      if (others > 0) this.#from.set(address, others)
      else this.#from.delete(address)
      const now = performance.now()
      this.#pace = this.#pace * MEMORY + (now - this.#last) * (1 - MEMORY)
      this.#last = now
    }
  }
}
