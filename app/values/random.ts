import { randomFillSync } from 'node:crypto'

/** Asking the system for random bytes costs as much for four as for some thousand. */
const POOL = new Uint32Array(1024)
const NUMBERS = 2 ** 32
let used = POOL.length

/** Thirty-two random bits that nobody else was given, for what is no secret: ids and codes. */
export function random32(): number {
  if (used === POOL.length) {
    randomFillSync(POOL)
    used = 0
  }
  return POOL[used++]!
}

/** A random number below `below`; each is as likely as any other. */
export function randomBelow(below: number): number {
  const fair = NUMBERS - (NUMBERS % below)
  for (;;) {
    const number = random32()
    if (number < fair) return number % below
  }
}
