import type { Socket } from 'node:net'

const last = new WeakMap<Socket, Promise<void>>()

/**
 * Begins with a request when the one before it on the same connection is answered: answers go out in that order anyway,
 * and a single connection can send thousands at once (RFC 9112, 9.3.2), which no browser does.
 */
export async function oneAConnection(socket: Socket, answer: () => Promise<void>): Promise<void> {
  const before = last.get(socket)
  const { promise, resolve } = Promise.withResolvers<void>()
  last.set(socket, promise)
  try {
    await before
    await answer()
  } finally {
    resolve()
    if (last.get(socket) === promise) last.delete(socket)
  }
}
