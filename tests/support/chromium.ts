import { existsSync } from 'node:fs'
import { findOnPath } from './find-on-path.ts'

/** The browser for the journeys: what the environment variable CHROMIUM names, or the machine's own. */
export function findChromium(): string | null {
  const named = process.env.CHROMIUM
  if (named) return existsSync(named) ? named : null
  return findOnPath('chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable')
}

/**
 * The same browser without what belongs to windows, where the machine has it: a page costs half, the beginning a quarter.
 * It keeps nothing between two starts.
 */
export function findShell(): string | null {
  return process.env.CHROMIUM ? findChromium() : (findOnPath('chromium-headless-shell') ?? findChromium())
}
