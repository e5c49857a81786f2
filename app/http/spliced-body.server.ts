import { promisify } from 'node:util'
import { brotliDecompress, constants, crc32, createBrotliCompress, deflateRaw } from 'node:zlib'
import { BrotliPieces } from './brotli-pieces.server.ts'
import { CarefulCopy } from './careful-copy.ts'
import { brotliOptions, type Care, type Encoding } from './encoding.ts'
import { GZIP_HEAD, headInBrotli, MOST_STORED, storedInDeflate } from './stored-blocks.ts'

/** So many bytes after the place go out with what fills it, as they are: by the last two bytes brotli reads the next. */
const AFTER = 2

interface Parts {
  before: Buffer
  after: Buffer
}

const decompress = promisify(brotliDecompress)
const deflate = promisify(deflateRaw)

/**
 * The bytes of a page with a place in it that is filled anew each time. What is around the place is compressed once; in
 * between stands, uncompressed, what it is filled with.
 */
export class SplicedBody {
  readonly #before: Buffer
  readonly #after: Buffer
  /** Of what stood in the place when the page was made. */
  readonly #length: number
  readonly #crcBefore: number
  readonly #parts = new Map<'br' | 'gzip', CarefulCopy<Parts>>()

  private constructor(before: Buffer, after: Buffer, length: number) {
    this.#before = before
    this.#after = after
    this.#length = length
    this.#crcBefore = crc32(before)
  }

  /**
   * @param last of the same page, before: around the same bytes nothing is compressed again.
   * @returns null where the place is nowhere in the page, or in several: then it is like any other.
   */
  static of(body: Buffer, place: string, last?: SplicedBody | null): SplicedBody | null {
    const at = body.indexOf(place)
    if (at < 0 || body.includes(place, at + 1)) return null
    const made = new SplicedBody(body.subarray(0, at), body.subarray(at + place.length), place.length)
    return last && last.#isLike(made) ? last : made
  }

  /** A page without such a place. */
  static whole(body: Buffer): SplicedBody {
    return new SplicedBody(body, Buffer.alloc(0), 0)
  }

  get bytes(): number {
    return this.#before.length + this.#after.length
  }

  /**
   * The page with its place filled, in the best of the encodings in which that can be done. Gzip takes whatever it is;
   * brotli finds words in its dictionary by how many bytes came before, so to the letter as many as there were.
   * @param accepted best first
   */
  async filled(
    text: string,
    accepted: readonly Encoding[],
  ): Promise<{ body: Buffer<ArrayBuffer>; encoding: Encoding }> {
    const own = Buffer.from(this.#length === 0 ? '' : text)
    for (const encoding of accepted) {
      if (encoding === 'identity') break
      if (encoding === 'br' && !this.#fits(own)) continue
      const parts = await this.#partsIn(encoding)
      if (parts) return { body: this.#join(encoding, parts, own), encoding }
    }
    return { body: this.#plain(own), encoding: 'identity' }
  }

  #isLike(other: SplicedBody): boolean {
    return this.#length === other.#length && this.#before.equals(other.#before) && this.#after.equals(other.#after)
  }

  #fits({ length }: Buffer): boolean {
    return length > 0 && length === this.#length && length + AFTER <= MOST_STORED && this.#after.length > AFTER
  }

  #plain(own: Buffer): Buffer<ArrayBuffer> {
    return Buffer.concat([this.#before, own, this.#after])
  }

  /** Null where it cannot be made. */
  async #partsIn(encoding: 'br' | 'gzip'): Promise<Parts | null> {
    let known = this.#parts.get(encoding)
    if (!known) {
      known = new CarefulCopy((care) => (encoding === 'br' ? this.#inBrotli(care) : this.#inDeflate()))
      this.#parts.set(encoding, known)
    }
    try {
      return await known.get()
    } catch {
      return null
    }
  }

  async #inDeflate(): Promise<Parts> {
    // Up to the end of a byte, and nothing that follows points back into it.
    const before = deflate(this.#before, { level: 9, finishFlush: constants.Z_FULL_FLUSH })
    return { before: await before, after: await deflate(this.#after, { level: 9 }) }
  }

  /** @throws when it does not read back as it should. */
  async #inBrotli(care: Care): Promise<Parts> {
    const pieces = new BrotliPieces(createBrotliCompress(brotliOptions(care)))
    const before = await pieces.flushed(this.#before)
    // What this gives is thrown away: what fills the place stands there. The rest knows that there were so many bytes.
    await pieces.flushed(Buffer.concat([standIn(this.#length), this.#after.subarray(0, AFTER)]))
    const parts = { before, after: await pieces.ended(this.#after.subarray(AFTER)) }
    for (const own of [standIn(this.#length), Buffer.alloc(this.#length, 'a'), Buffer.alloc(this.#length, '"')]) {
      const read = await decompress(this.#join('br', parts, own))
      if (!read.equals(this.#plain(own))) throw new Error('A spliced page does not read as it should.')
    }
    return parts
  }

  #join(encoding: 'br' | 'gzip', { before, after }: Parts, own: Buffer): Buffer<ArrayBuffer> {
    if (encoding === 'br') {
      const stored = Buffer.concat([own, this.#after.subarray(0, AFTER)])
      return Buffer.concat([before, headInBrotli(stored.length), stored, after])
    }
    const trailer = Buffer.alloc(8)
    trailer.writeUInt32LE(crc32(this.#after, crc32(own, this.#crcBefore)), 0)
    trailer.writeUInt32LE(this.bytes + own.length, 4)
    return Buffer.concat([GZIP_HEAD, before, ...storedInDeflate(own), after, trailer])
  }
}

/** What stands in the place while brotli compresses. No page has such bytes, so that nothing is a repetition of them. */
function standIn(length: number): Buffer {
  return Buffer.from(Array.from({ length }, (_, at) => (at * 11) % 32 || 1))
}
