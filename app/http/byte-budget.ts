/**
 * Keeps what was used last within a budget of bytes. What was asked for once has half of it at most: whoever asks for
 * everything that can be asked for drives out no more than that, and not what is asked for again and again.
 */
export class ByteBudget<Value> {
  /** In the order of use, oldest first. */
  readonly #once = new Map<string, Held<Value>>()
  readonly #again = new Map<string, Held<Value>>()
  readonly #bytes: number
  /** What was asked for last, and again: it has its place already. */
  #newest: { key: string; value: Value } | null = null
  #onceBytes = 0
  #againBytes = 0

  constructor(bytes: number) {
    this.#bytes = bytes
  }

  get size(): number {
    return this.#onceBytes + this.#againBytes
  }

  get(key: string): Value | undefined {
    if (this.#newest?.key === key) return this.#newest.value
    const known = this.#again.get(key) ?? this.#once.get(key)
    if (!known) return undefined
    this.#remove(key)
    this.#againBytes += known.bytes
    this.#again.set(key, known)
    this.#newest = { key, value: known.value }
    while (this.#againBytes > this.#bytes / 2) this.#demote()
    return known.value
  }

  /** Replaces what was there. What is larger than a quarter of the budget is not kept. */
  set(key: string, value: Value, bytes: number): void {
    const isKnown = this.#again.has(key)
    this.#remove(key)
    if (bytes > this.#bytes / 4) return
    if (isKnown) {
      this.#again.set(key, { value, bytes })
      this.#againBytes += bytes
      while (this.#againBytes > this.#bytes / 2) this.#demote()
    } else this.#add(key, { value, bytes })
  }

  #add(key: string, held: Held<Value>): void {
    this.#once.set(key, held)
    this.#onceBytes += held.bytes
    while (this.#onceBytes > this.#bytes / 2) this.#remove(this.#once.keys().next().value!)
  }

  #demote(): void {
    const [key, held] = this.#again.entries().next().value!
    this.#remove(key)
    this.#add(key, held)
  }

  #remove(key: string): void {
    this.#newest = null
    const once = this.#once.get(key)
    const again = this.#again.get(key)
    this.#onceBytes -= once?.bytes ?? 0
    this.#againBytes -= again?.bytes ?? 0
    this.#once.delete(key)
    this.#again.delete(key)
  }
}

interface Held<Value> {
  value: Value
  bytes: number
}
