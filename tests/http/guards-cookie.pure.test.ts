import { expect, test } from 'vitest'
import { endedSignInCookie, readSignInToken, signInCookie } from '#app/http/sign-in-cookie.server.ts'
import { newToken } from '#app/values/secret.ts'

const PLAIN = { baseUrl: 'http://localhost:3000' }
const SECURE = { baseUrl: 'https://events.example.org' }

function requestWith(cookie: string): Request {
  return new Request('https://events.example.org/me', { headers: { Cookie: cookie } })
}

test('the cookie is out of reach of scripts and other sites', () => {
  const token = newToken()
  expect(signInCookie(token, PLAIN)).toBe(`plenary_sign_in=${token}; Path=/; Max-Age=34560000; HttpOnly; SameSite=Lax`)
})

test('over TLS it is bound to the host', () => {
  const token = newToken()
  const cookie = signInCookie(token, SECURE)
  expect(cookie).toMatch(/^__Host-plenary_sign_in=/)
  expect(cookie).toMatch(/; Secure$/)
  expect(cookie).not.toContain('Domain')
  expect(readSignInToken(requestWith(`__Host-plenary_sign_in=${token}`), SECURE)).toBe(token)
  expect(readSignInToken(requestWith(`plenary_sign_in=${token}`), SECURE)).toBeNull()
})

test('taking it back names the same cookie', () => {
  expect(endedSignInCookie(SECURE)).toBe('__Host-plenary_sign_in=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax; Secure')
})
