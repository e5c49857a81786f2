import type { ContentVersion } from './content-version.server.ts'
import type { NextMoment } from './next-moment.server.ts'
import { askedOnce } from '#app/values/asked-together.ts'
import type { Instant } from '#app/values/moment.ts'

/** In letters, were it all written down; in memory it is some times that. */
const BUDGET = 2_000_000

/** Reads what the public sees of something, unless it is there. The name says all that the answer depends on, but for the moment. */
export type Held = <Facts>(name: string, read: () => Promise<Facts>) => Promise<Facts>

/** What is held at this moment. */
export type PublicFacts = (now: Instant) => Promise<Held>

/**
 * What public pages are made of, in memory: read once for all of them and all their makers, for as long as nothing that
 * the public can see has changed, by itself or by anybody. Whether it has is asked before each answer, so that none is
 * older than its question, whichever process made the change. Never for what one person alone may see.
 */
export function sharePublicFacts(versionOf: ContentVersion, changesAt: NextMoment): PublicFacts {
  const once = askedOnce<number>()
  let last: Shelf | null = null
  return async (now) => {
    const version = await once('', async () => await versionOf(now, true))
    if (last && holds(last, version, now)) return last.held
    const until = await changesAt(version, now)
    // Somebody else may have begun the same meanwhile.
    if (!last || !holds(last, version, now)) last = { version, from: now, until, held: newShelf() }
    return last.held
  }
}

interface Shelf {
  version: number
  from: Instant
  until: Instant
  held: Held
}

function holds({ version, from, until }: Shelf, current: number, now: Instant): boolean {
  return version === current && now >= from && now < until
}

function newShelf(): Held {
  const facts = new Map<string, Promise<unknown>>()
  let letters = 0
  /** What is not there is asked for by any name: nothing is kept of it, nor of what could not be read. */
  async function keep(name: string, reading: Promise<unknown>): Promise<void> {
    const read = await reading.catch(() => null)
    if (facts.get(name) !== reading) return
    if (read === null) return void facts.delete(name)
    letters += JSON.stringify(read).length
    if (letters <= BUDGET) return
    facts.clear()
    letters = 0
  }
  return <Facts>(name: string, read: () => Promise<Facts>) => {
    const known = facts.get(name)
    if (known) return known as Promise<Facts>
    const reading = read()
    facts.set(name, reading)
    void keep(name, reading)
    return reading
  }
}
