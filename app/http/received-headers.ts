import type { IncomingHttpHeaders } from 'node:http'

/**
 * The headers of a request as they were received: looked up where they are. A list as the platform has it is made when
 * somebody wants more than a look.
 */
export class ReceivedHeaders implements Headers {
  readonly #received: IncomingHttpHeaders
  #whole: Headers | null = null

  constructor(received: IncomingHttpHeaders) {
    this.#received = received
  }

  get(name: string): string | null {
    if (this.#whole) return this.#whole.get(name)
    const key = name.toLowerCase()
    const value = Object.hasOwn(this.#received, key) ? this.#received[key] : undefined
    return value === undefined ? null : Array.isArray(value) ? value.join(', ') : value
  }
  has(name: string): boolean {
    return this.get(name) !== null
  }
  append(name: string, value: string): void {
    this.#all().append(name, value)
  }
  delete(name: string): void {
    this.#all().delete(name)
  }
  set(name: string, value: string): void {
    this.#all().set(name, value)
  }
  getSetCookie(): string[] {
    return this.#all().getSetCookie()
  }
  forEach(look: (value: string, name: string, all: Headers) => void): void {
    for (const [name, value] of this) look(value, name, this)
  }
  entries() {
    return this.#all().entries()
  }
  keys() {
    return this.#all().keys()
  }
  values() {
    return this.#all().values()
  }
  [Symbol.iterator]() {
    return this.entries()
  }

  #all(): Headers {
    if (this.#whole) return this.#whole
    const all = new Headers()
    for (const [name, value = []] of Object.entries(this.#received))
      if (typeof value === 'string') all.append(name, value)
      else for (const one of value) all.append(name, one)
    return (this.#whole = all)
  }
}
