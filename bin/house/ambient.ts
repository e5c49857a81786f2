import type { Node } from './oxlint-plugin.ts'

/** The server's clock, and that of a device without a connection to it. */
const CLOCKS = ['app/adapters/clock.ts', 'app/attendance/device/device-clock.ts']

/** Files in which time may be read from the machine. */
export function mayReadClock(file: string): boolean {
  return CLOCKS.includes(file) || /^(bin|tests)\//.test(file)
}

/** Files in which the environment may be read. */
export function mayReadEnvironment(file: string): boolean {
  return (
    file === 'app/config.server.ts' ||
    file === 'server.ts' ||
    /^(bin|tests)\//.test(file) ||
    /^[^/]+\.config\.(js|ts)$/.test(file)
  )
}

/** `new Date()`, `Date()`, `Date.now()`, `Temporal.Now.…()`. */
export function isAmbientClock({ type, callee, arguments: given }: Node): boolean {
  if (!callee) return false
  if (callee.name === 'Date') return type === 'CallExpression' || given?.length === 0
  const owner = callee.object
  if (owner?.name === 'Date') return callee.property?.name === 'now'
  return owner?.object?.name === 'Temporal' && owner.property?.name === 'Now'
}
