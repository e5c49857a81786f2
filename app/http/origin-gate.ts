import { originOf } from './origin-of.ts'

/** Addresses that other programs post to, each with a proof of its own. */
const OPEN_TO_PROGRAMS = /^\/(webhooks\/|unsubscribe\/)/

/**
 * Whether a request that changes something comes from elsewhere. Remix's own check covers pages only and lets a
 * request without `Origin` pass. Browsers send `Sec-Fetch-Site` (2020 and later) or at least `Origin` with a POST.
 */
export function isForeign(request: Request, url: URL, baseUrl: string): boolean {
  if (request.method === 'GET' || request.method === 'HEAD' || request.method === 'OPTIONS') return false
  if (OPEN_TO_PROGRAMS.test(url.pathname)) return false
  const site = request.headers.get('Sec-Fetch-Site')
  if (site !== null) return site !== 'same-origin'
  const origin = request.headers.get('Origin')
  return origin === null || (origin !== originOf(baseUrl) && origin !== url.origin)
}
