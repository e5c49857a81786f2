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
  const headers = response.headers
  const checkout = config.stripe ? ` ${checkoutOrigin(config.stripe.apiBase)}` : ''
  // A mail of the outbox brings a stricter policy of its own.
  if (!headers.has('Content-Security-Policy'))
    headers.set(
      'Content-Security-Policy',
      `default-src 'none'; frame-src 'self'; style-src 'self'; img-src 'self' data:; script-src 'self'; connect-src 'self'; form-action 'self'${checkout}; base-uri 'none'; frame-ancestors 'none'`,
    )
  headers.set('X-Content-Type-Options', 'nosniff')
  if (!headers.has('Referrer-Policy')) headers.set('Referrer-Policy', 'strict-origin-when-cross-origin')
  headers.set('Permissions-Policy', 'camera=(self), geolocation=(), microphone=(), payment=(), usb=()')
  headers.set('Cross-Origin-Opener-Policy', 'same-origin')
  if (config.mode === 'production') headers.set('Strict-Transport-Security', HSTS)
  headers.set('X-Request-Id', requestId)
  return response
}

/** Browsers apply `form-action` to the redirect that follows a form as well. */
function checkoutOrigin(apiBase: string | null): string {
  return apiBase ? new URL(apiBase).origin : 'https://checkout.stripe.com'
}
