import { ByteBudget } from './byte-budget.ts'
import { acceptedEncodings } from './encoding.ts'
import { hiddenFields, OWN_FIELDS, type SamePage } from './same-page.ts'
import { SplicedBody } from './spliced-body.server.ts'
import { epochMilliseconds, type Instant } from '#app/values/moment.ts'

/** What such a page says holds for what its key names; the second wall, should the key not name all of it. */
const HOLDS = 10_000
const BUDGET = 4 * 1024 * 1024

interface Kept {
  status: number
  headers: [string, string][]
  body: SplicedBody
  from: number
}

/**
 * Pages that answer many forms alike, as when the last seat went and everybody who wanted one is told so: rendered once,
 * and for each sender filled with what they had typed.
 */
export class SamePages {
  readonly #kept = new ByteBudget<Kept>(BUDGET)

  /** The page of that name, for this sender; null when it is not there. */
  async find(request: Request, { key, fields }: SamePage, now: Instant): Promise<Response | null> {
    const kept = this.#kept.get(key)
    const age = kept ? epochMilliseconds(now) - kept.from : HOLDS
    return kept && age >= 0 && age < HOLDS ? await filled(request, kept, fields) : null
  }

  /** The page as it was rendered, for this sender; and for others from now on. */
  async keep(request: Request, rendered: Response, { key, fields }: SamePage, now: Instant): Promise<Response> {
    const page = Buffer.from(await rendered.arrayBuffer())
    const body = SplicedBody.of(page, OWN_FIELDS) ?? SplicedBody.whole(page)
    const kept = { status: rendered.status, headers: [...rendered.headers], body, from: epochMilliseconds(now) }
    if (rendered.status < 500 && !rendered.headers.has('Set-Cookie')) this.#kept.set(key, kept, body.bytes * 3 + 2000)
    return await filled(request, kept, fields)
  }
}

async function filled(
  request: Request,
  { status, headers, body }: Kept,
  fields: SamePage['fields'],
): Promise<Response> {
  const said = request.headers.get('Accept-Encoding')
  const { body: bytes, encoding } = await body.filled(
    hiddenFields(fields),
    said === null ? [] : acceptedEncodings(said),
  )
  const response = new Response(bytes, { status, headers })
  if (encoding === 'identity') return response
  response.headers.set('Content-Encoding', encoding)
  response.headers.append('Vary', 'Accept-Encoding')
  return response
}
