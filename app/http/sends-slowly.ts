import type { IncomingMessage } from 'node:http'

/** As much as Node holds of a connection that nobody reads; a form that is typed has some thousand bytes. */
const SHORT = 64 * 1024

/** Whether what is sent may take long to come: all but a typed form of a stated, small length. */
export function sendsSlowly({ method, headers }: IncomingMessage): boolean {
  if (method !== 'POST') return false
  const isTyped = /^application\/x-www-form-urlencoded\b/i.test(headers['content-type'] ?? '')
  return !isTyped || Number(headers['content-length'] ?? Infinity) > SHORT
}
