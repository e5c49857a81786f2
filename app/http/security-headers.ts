import type { ServerResponse } from 'node:http'
import type { Config } from '#app/config.server.ts'

const HSTS = 'max-age=63072000; includeSubDomains'

/**
 * For what is no page (files, refusals of the front): nothing of it runs, nobody frames it. `secure` overrules. A worker
 * asks under the policy of its own file: ours alone.
 */
export function securePlain(outgoing: ServerResponse, config: Pick<Config, 'mode'>): void {
  const policy =
    "default-src 'none'; connect-src 'self'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; frame-ancestors 'none'"
  outgoing.setHeader('Content-Security-Policy', policy)
  outgoing.setHeader('X-Content-Type-Options', 'nosniff')
  if (config.mode === 'production') outgoing.setHeader('Strict-Transport-Security', HSTS)
}

/** Puts the headers on every page and feed that limit what a page may do, and the request's id. */
export function secure(
  response: Response,
  config: Pick<Config, 'mode' | 'stripe' | 'baseUrl'>,
  requestId: string,
): Response {
  const { headers } = response
  // A redirect shows nothing and has nothing in it: what limits a page is said by the one that it leads to.
  if (!headers.has('Location')) limit(headers, config)
  // Said on the way too: without it a browser would leave one group of windows for another, and come back.
  headers.set('Cross-Origin-Opener-Policy', 'same-origin')
  if (config.mode === 'production') headers.set('Strict-Transport-Security', HSTS)
  headers.set('X-Request-Id', requestId)
  return response
}

function limit(headers: Headers, config: Pick<Config, 'stripe'>): void {
  // A page of the public and a mail of the outbox bring stricter policies of their own, and run no script.
  if (!headers.has('Content-Security-Policy')) {
    headers.set(
      'Content-Security-Policy',
      `default-src 'none'; frame-src 'self'; style-src 'self'; img-src 'self' data:; script-src 'self'; connect-src 'self';${afterAll(config)}`,
    )
    headers.set('Permissions-Policy', 'camera=(self), geolocation=(), microphone=(), payment=(), usb=()')
  }
  headers.set('X-Content-Type-Options', 'nosniff')
  if (!headers.has('Referrer-Policy')) headers.set('Referrer-Policy', 'strict-origin')
}

/** For a page of the public: no script, and no style but the one that it carries. */
export function publicPolicy(
  config: Pick<Config, 'stripe'>,
  { styleHash, hasFrame }: { styleHash: string; hasFrame: boolean },
): string {
  const frames = hasFrame ? " frame-src 'self';" : ''
  return `default-src 'none';${frames} style-src '${styleHash}';img-src data:;${afterAll(config)}`
}

function afterAll(config: Pick<Config, 'stripe'>): string {
  const checkout = config.stripe ? ` ${checkoutOrigin(config.stripe.apiBase)}` : ''
  return `form-action 'self'${checkout};base-uri 'none';frame-ancestors 'none'`
}

/** Browsers apply `form-action` to the redirect that follows a form as well. */
function checkoutOrigin(apiBase: string | null): string {
  return apiBase ? new URL(apiBase).origin : 'https://checkout.stripe.com'
}
