/** A page that says what is true now: no copy of it is kept. */
export const UNKEPT = { 'Cache-Control': 'no-store' }

/** A page whose address holds a key: no copy of it is kept, and no other page hears of it. */
export const KEYED_PAGE = { 'Cache-Control': 'no-store', 'Referrer-Policy': 'no-referrer', 'X-Robots-Tag': 'noindex' }

/** An answer to a keyed address that leads elsewhere. */
export function withoutReferrer(response: Response): Response {
  for (const [name, value] of Object.entries(KEYED_PAGE)) response.headers.set(name, value)
  return response
}
