import { Socket } from 'node:net'

interface Options {
  path?: string
  host?: string
  port?: number
  lookup?: { name: string }
}

let attempts: string[] = []
let isWatched = false

/**
 * Refuses every connection that would leave this machine, whoever opens it (fetch, node:http, a driver, a mailer), once
 * however many files ask. What msw answers never becomes a connection.
 */
export function watchConnections(): void {
  if (isWatched) return
  isWatched = true
  const prototype = Socket.prototype as unknown as { connect: (this: Socket, ...args: unknown[]) => Socket }
  const connect = prototype.connect
  prototype.connect = function (...args) {
    const target = targetOf(args)
    if (target === null) return connect.apply(this, args)
    const message = `Unexpected connection to ${target}: answer it with msw (tests/support/network.ts) or a server on 127.0.0.1.`
    attempts.push(message)
    process.nextTick(() => this.destroy(new Error(message)))
    return this
  }
}

export function forgetConnections(): void {
  attempts = []
}

export function unexpectedConnections(): string[] {
  return attempts
}

/** Where a call of `Socket.connect` leads, or null when it stays on this machine. */
function targetOf(args: unknown[]): string | null {
  // Node hands on its arguments normalised: an array in the place of the first.
  const [first, second] = (Array.isArray(args[0]) ? args[0] : args) as [unknown, unknown]
  const options = typeof first === 'object' && first !== null ? (first as Options) : null
  // The connection that msw plays to a client has a lookup of its own; the real one behind it has not.
  if (options?.lookup?.name === 'mockLookup') return null
  if (options?.path || (typeof first === 'string' && Number.isNaN(Number(first)))) return null
  const host = (options ? options.host : typeof second === 'string' ? second : undefined) ?? 'localhost'
  return /^(localhost|127\.\d+\.\d+\.\d+|::1|::ffff:127\..*)$/.test(host)
    ? null
    : `${host}:${options?.port ?? String(first)}`
}
