import { once } from 'node:events'
import { type BrotliCompress, constants } from 'node:zlib'

/** Compresses so that what it gave up to a piece can be told from what it gives for the next. */
export class BrotliPieces {
  readonly #stream: BrotliCompress
  #given: Buffer[] = []

  constructor(stream: BrotliCompress) {
    this.#stream = stream
    stream.on('data', (chunk: Buffer) => this.#given.push(chunk))
  }

  /** What it gives for these bytes, up to the end of a byte. */
  async flushed(bytes: Buffer): Promise<Buffer> {
    await new Promise<void>((done, fail) => {
      this.#stream.once('error', fail)
      if (bytes.length > 0) this.#stream.write(bytes)
      this.#stream.flush(constants.BROTLI_OPERATION_FLUSH, done)
    })
    // What it has given by now arrives in this turn.
    await new Promise((next) => setImmediate(next))
    return this.#taken()
  }

  async ended(bytes: Buffer): Promise<Buffer> {
    this.#stream.end(bytes)
    await once(this.#stream, 'end')
    return this.#taken()
  }

  #taken(): Buffer {
    const taken = Buffer.concat(this.#given)
    this.#given = []
    return taken
  }
}
