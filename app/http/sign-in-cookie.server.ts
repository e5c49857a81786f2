import type { Config } from '#app/config.server.ts'

/** The sign-in itself ends after 30 days unseen; the cookie may outlive it, so that being seen needs no new cookie. */
const COOKIE_SECONDS = 400 * 24 * 60 * 60

const TOKEN = /^[A-Za-z0-9_-]{32}$/

type Where = Pick<Config, 'baseUrl'>

/** The sign-in token that a request carries, or null. */
export function readSignInToken(request: Request, where: Where): string | null {
  const name = cookieName(where)
  for (const pair of (request.headers.get('Cookie') ?? '').split(';')) {
    const [key, value = ''] = pair.trim().split('=', 2)
    if (key === name) return TOKEN.test(value) ? value : null
  }
  return null
}

/** The `Set-Cookie` of a new sign-in. */
export function signInCookie(token: string, where: Where): string {
  return `${cookieName(where)}=${token}; Path=/; Max-Age=${COOKIE_SECONDS}; HttpOnly; SameSite=Lax${secureOf(where)}`
}

/** The `Set-Cookie` that takes it back. */
export function endedSignInCookie(where: Where): string {
  return `${cookieName(where)}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax${secureOf(where)}`
}

/** `__Host-`: browsers take such a cookie only over TLS and from this very host (RFC 6265bis, 4.1.3.2). */
function cookieName({ baseUrl }: Where): string {
  return `${isSecure(baseUrl) ? '__Host-' : ''}plenary_sign_in`
}

function secureOf({ baseUrl }: Where): string {
  return isSecure(baseUrl) ? '; Secure' : ''
}

function isSecure(baseUrl: string): boolean {
  return baseUrl.startsWith('https:')
}
