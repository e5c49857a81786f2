import { randomBytes } from 'node:crypto'

/** What opens a person's feed: 256 random bits, and long enough to be left out of every log (`http/loggable-path`). */
export function newFeedToken(): string {
  return randomBytes(32).toString('base64url')
}

/** Whether it can be one; nothing else is looked for. */
export function isFeedToken(token: string): boolean {
  return /^[\w-]{43}$/.test(token)
}

/** The path of a feed; it has no language in front, for its feed has one. */
export function feedPath(token: string): string {
  return `/calendar/${token}.ics`
}
