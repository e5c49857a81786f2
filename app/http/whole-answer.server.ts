import { encode, type Encoding } from './encoding.ts'

interface Copy {
  body: Buffer
  encoding: Encoding
}

const OF_A_COPY = ['etag', 'content-length']

/** An answer with all of its bytes, the same for everybody who asks. */
export class WholeAnswer {
  readonly status: number
  /**
   * Names and values in turn, as they go out: without the tag and the length, which each copy has of its own, and
   * without the number of the request where the answer is for many.
   */
  readonly headers: readonly string[]
  /** Of the bytes as they are. */
  readonly etag: string | null
  /** In milliseconds. */
  readonly modifiedAt: number | null
  readonly #body: Buffer
  readonly #copies: Map<Encoding, Promise<Copy>>

  private constructor(response: Response, body: Buffer, last: WholeAnswer | null) {
    const { headers } = response
    this.status = response.status
    const own = response.status === 200 ? [...OF_A_COPY, 'x-request-id'] : OF_A_COPY
    this.headers = [...headers].filter(([name]) => !own.includes(name)).flat()
    this.etag = headers.get('ETag')
    const modifiedAt = Date.parse(headers.get('Last-Modified') ?? '')
    this.modifiedAt = Number.isNaN(modifiedAt) ? null : modifiedAt
    // The same tag, the same bytes: what was compressed once is not compressed again.
    const isSame = this.etag !== null && last?.etag === this.etag
    this.#body = isSame ? last.#body : body
    this.#copies = isSame ? last.#copies : new Map()
  }

  /** @param last answer at the same address. */
  static async of(response: Response, last: WholeAnswer | null = null): Promise<WholeAnswer> {
    return new WholeAnswer(response, Buffer.from(await response.arrayBuffer()), last)
  }

  get bytes(): number {
    return this.#body.length
  }

  /** Its bytes in an encoding, made when it is first asked for so; as they are when they are too few to gain. */
  copy(encoding: Encoding): Promise<Copy> {
    const known = this.#copies.get(encoding)
    if (known) return known
    const made = encode(this.#body, encoding)
    this.#copies.set(encoding, made)
    made.catch(() => this.#copies.delete(encoding))
    return made
  }
}
