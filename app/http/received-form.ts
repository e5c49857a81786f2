import type { IncomingMessage, ServerResponse } from 'node:http'
import { Readable } from 'node:stream'

/**
 * A form of a stated length as it comes in: a request like any other, whose parts are made when somebody asks for them.
 * To make all of one costs more than everything else that is done for a form which is answered with a redirect.
 */
export class ReceivedForm implements Request {
  readonly method = 'POST'
  readonly url: string
  readonly headers: Headers
  readonly #incoming: IncomingMessage
  readonly #outgoing: ServerResponse
  /** All of it, once it has been waited for. */
  #held: Buffer | null
  #typed: Promise<Buffer> | null = null
  #signal: AbortSignal | null = null
  #whole: Request | null = null

  constructor(
    incoming: IncomingMessage,
    outgoing: ServerResponse,
    { url, headers, held = null }: { url: string; headers: Headers; held?: Buffer | null },
  ) {
    this.#incoming = incoming
    this.#outgoing = outgoing
    this.url = url
    this.headers = headers
    this.#held = held
  }

  /** Waits until all of it has come; false when the connection ended before. */
  async arrived(): Promise<boolean> {
    this.#held = await readAll(this.#incoming).catch(() => null)
    return this.#held !== null
  }

  /** The same form, not read yet, at another address. */
  at(url: string): ReceivedForm {
    return new ReceivedForm(this.#incoming, this.#outgoing, { url, headers: this.headers, held: this.#held })
  }

  /** As the platform makes one. Its body has nothing in it when the form was read before. */
  whole(): Request {
    if (this.#whole) return this.#whole
    const { url, method, headers, signal } = this
    const rest = () => (this.#held ?? Readable.toWeb(this.#incoming)) as BodyInit
    const body = this.#typed === null ? rest() : null
    // `duplex` is required for streamed bodies and not in the DOM's types.
    const init = { method, headers, signal, body, duplex: 'half' }
    return (this.#whole = new Request(url, init as RequestInit))
  }

  /** Aborted when the connection ends before the answer was sent. */
  get signal(): AbortSignal {
    return (this.#signal ??= abortedWith(this.#outgoing))
  }

  /** @throws when the connection ends before all of it has come. */
  async text(): Promise<string> {
    return this.#whole ? await this.#whole.text() : (await this.#read()).toString('utf8')
  }

  #read(): Promise<Buffer> {
    if (this.#typed) throw new TypeError('Body is unusable: it has been read.')
    return (this.#typed = this.#held ? Promise.resolve(this.#held) : readAll(this.#incoming))
  }

  get body() {
    return this.whole().body
  }
  get bodyUsed() {
    return this.#typed !== null || (this.#whole?.bodyUsed ?? false)
  }
  get cache() {
    return this.whole().cache
  }
  get credentials() {
    return this.whole().credentials
  }
  get destination() {
    return this.whole().destination
  }
  get integrity() {
    return this.whole().integrity
  }
  get keepalive() {
    return this.whole().keepalive
  }
  get mode() {
    return this.whole().mode
  }
  get redirect() {
    return this.whole().redirect
  }
  get referrer() {
    return this.whole().referrer
  }
  get referrerPolicy() {
    return this.whole().referrerPolicy
  }
  get duplex() {
    return 'half' as const
  }
  arrayBuffer() {
    return this.whole().arrayBuffer()
  }
  blob() {
    return this.whole().blob()
  }
  bytes() {
    return this.whole().bytes()
  }
  clone() {
    return this.whole().clone()
  }
  formData() {
    return this.whole().formData()
  }
  json() {
    return this.whole().json()
  }
}

/** A signal of the connection's end. */
export function abortedWith(outgoing: ServerResponse): AbortSignal {
  const aborted = new AbortController()
  const ended = () => {
    if (!outgoing.writableFinished) aborted.abort()
  }
  if (outgoing.closed) ended()
  else outgoing.once('close', ended)
  return aborted.signal
}

function readAll(incoming: IncomingMessage): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = []
    incoming.on('data', (part: Buffer) => void parts.push(part))
    incoming.once('end', () => resolve(parts.length === 1 ? parts[0]! : Buffer.concat(parts)))
    incoming.once('error', reject)
    incoming.once('close', () => {
      if (!incoming.complete) reject(new Error('The connection ended before all of the form had come.'))
    })
    if (incoming.destroyed) reject(new Error('The connection has ended.'))
  })
}
