import { type Logger, pino } from 'pino'

export type { Logger }

/** Structured lines on standard output: request ids and codes, never a name, an address or a key. */
export function createLog(level: string): Logger {
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime })
}
