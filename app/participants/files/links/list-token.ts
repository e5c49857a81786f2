import { randomBytes } from 'node:crypto'

/** What opens a list that was given on: 256 random bits, and long enough to be left out of every log. */
export function newListToken(): string {
  return randomBytes(32).toString('base64url')
}

/** Whether it can be one; nothing else is looked for. */
export function isListToken(token: string): boolean {
  return /^[\w-]{43}$/.test(token)
}
