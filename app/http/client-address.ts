import type { IncomingMessage } from 'node:http'

/** Who asks: behind a proxy of ours, whom that says; else whoever holds the other end. */
export function clientAddress(incoming: IncomingMessage, isBehindProxy: boolean): string {
  const forwarded = incoming.headers['x-forwarded-for']
  const last = isBehindProxy
    ? String(forwarded ?? '')
        .split(',')
        .at(-1)
        ?.trim()
    : ''
  return last || (incoming.socket.remoteAddress ?? '')
}
