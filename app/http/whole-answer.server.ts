import { createHash } from 'node:crypto'
import { CarefulCopy } from './careful-copy.ts'
import { type Care, encode, type Encoding } from './encoding.ts'
import { encodedTag } from './entity-tag.ts'
import { SplicedBody } from './spliced-body.server.ts'
import { newToken } from '#app/values/secret.ts'

/** One encoding of an answer, with its headers as they go out: names and values in turn. */
export interface Copy {
  body: Buffer
  headers: string[]
}

const OF_A_COPY = ['etag', 'content-length']

/** What 304 has to say again (RFC 9110, 15.4.5); who asked has the rest. */
const SAID_AGAIN = ['cache-control', 'content-location', 'expires', 'vary', 'last-modified']

/** An answer with all of its bytes, the same for everybody who asks, but for the key of a form in it. */
export class WholeAnswer {
  readonly status: number
  /** Of the bytes as they are; null where no copy of them is to be kept. */
  readonly etag: string | null
  /** The tag of each of its copies. */
  readonly tags: Readonly<Record<Encoding, string>> | null
  /** In milliseconds. */
  readonly modifiedAt: number | null
  /** Whether it may be given to others than who asked for it. */
  readonly isForAll: boolean
  /** Of the answer without a body to who has one, but for the tag. */
  readonly saidAgain: readonly string[]
  readonly #headers: readonly string[]
  readonly #body: Buffer
  readonly #holed: SplicedBody | null
  readonly #copies: Map<Encoding, CarefulCopy<Copy>>

  private constructor(response: Response, body: Buffer, { last, hole }: Made) {
    const { headers } = response
    this.status = response.status
    const isGood = response.status === 200
    const cache = headers.get('Cache-Control') ?? ''
    const mayBeKept = hole === null ? cache.startsWith('public') : cache === 'no-store'
    this.isForAll = isGood && mayBeKept && !headers.has('Set-Cookie')
    // Of an answer for many nobody is told the number that the request of one had.
    const own = isGood ? [...OF_A_COPY, 'x-request-id'] : OF_A_COPY
    this.#headers = [...headers].filter(([name]) => !own.includes(name)).flat()
    this.saidAgain = [...headers].filter(([name]) => SAID_AGAIN.includes(name)).flat()
    this.#holed = hole === null ? null : SplicedBody.of(body, hole, last && last.#holed)
    // Given to two people, one key would show the second the order of the first.
    if (hole !== null && this.#holed === null && body.includes(hole))
      throw new Error('A form that has its key in two places cannot be kept.')
    this.etag = headers.get('ETag') ?? (this.isForAll && hole === null ? tagOf(body) : null)
    const { etag } = this
    const tagIn = (encoding: Encoding) => encodedTag(etag ?? '', encoding)
    this.tags = etag === null ? null : { br: tagIn('br'), gzip: tagIn('gzip'), identity: etag }
    const modifiedAt = Date.parse(headers.get('Last-Modified') ?? '')
    this.modifiedAt = Number.isNaN(modifiedAt) ? null : modifiedAt
    // The same tag, the same bytes: what was compressed once is not compressed again.
    const isSame = this.etag !== null && last?.etag === this.etag
    this.#body = isSame ? last.#body : body
    this.#copies = isSame && String(last.#headers) === String(this.#headers) ? last.#copies : new Map()
  }

  static async of(response: Response, made: Made = { last: null, hole: null }): Promise<WholeAnswer> {
    return new WholeAnswer(response, Buffer.from(await response.arrayBuffer()), made)
  }

  get bytes(): number {
    return this.#body.length
  }

  /**
   * Its bytes in an encoding, made when it is first asked for so, and better when it is asked for again; as they are when
   * they are too few to gain. Where there is a form in it, each copy has a key of its own.
   */
  copy(encoding: Encoding): Copy | Promise<Copy> {
    if (this.#holed) return this.#filled(this.#holed, encoding)
    let copy = this.#copies.get(encoding)
    if (!copy) {
      copy = new CarefulCopy((care) => this.#encoded(encoding, care))
      this.#copies.set(encoding, copy)
    }
    return copy.get()
  }

  async #encoded(wanted: Encoding, care: Care): Promise<Copy> {
    const { body, encoding } = await encode(this.#body, wanted, care)
    const tag = this.etag === null ? null : encodedTag(this.etag, encoding, care)
    return { body, headers: this.#headersOf(body, encoding, tag) }
  }

  async #filled(holed: SplicedBody, wanted: Encoding): Promise<Copy> {
    const { body, encoding } = await holed.filled(newToken(), [wanted])
    return { body, headers: this.#headersOf(body, encoding, null) }
  }

  #headersOf(body: Buffer, encoding: Encoding, tag: string | null): string[] {
    const headers = [...this.#headers]
    if (tag !== null) headers.push('etag', tag)
    if (encoding !== 'identity') headers.push('content-encoding', encoding)
    headers.push('content-length', String(body.length))
    return headers
  }
}

interface Made {
  /** The answer at the same address before. */
  last: WholeAnswer | null
  /** What stands where a form has its key; null where every copy has the same bytes. */
  hole: string | null
}

function tagOf(body: Buffer): string {
  return `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`
}
