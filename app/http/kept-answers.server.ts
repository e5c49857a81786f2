import { ByteBudget } from './byte-budget.ts'
import type { WholeAnswer } from './whole-answer.server.ts'
import { addDays, addSeconds, type Instant } from '#app/values/moment.ts'

/** How long an answer holds that no change outdates, in seconds: the second wall, should a moment have been forgotten. */
const HOLDS = 60

const BUDGET = 64 * 1024 * 1024

/** What stands beside the bytes: the object, and the copies, of which text makes a third of it. */
const sizeOf = (answer: WholeAnswer) => answer.bytes * 1.4 + 3000

interface Kept {
  answer: WholeAnswer
  version: number
  /** From when and until when it holds at most. */
  from: Instant
  until: Instant
}

interface Ports<Place> {
  /** The number that changes with everything the public can see; at once where it is known. */
  versionOf(now: Instant, isFresh?: boolean): number | Promise<number>
  /** When something changes by itself. */
  changesAt(version: number, now: Instant): Promise<Instant>
  /** Makes the answer of a place. `last` is the one that it had before. */
  compose(place: Place, last: WholeAnswer | null): Promise<WholeAnswer>
}

/** At once where it is kept. `isFresh`: asked by somebody who may have changed something just now. */
export type KeptAnswers<Place> = (place: Place, now: Instant, isFresh?: boolean) => WholeAnswer | Promise<WholeAnswer>

/**
 * Public answers, kept as long as nothing that the public can see has changed, by itself or by anybody, for a minute at
 * most, and never into the next day. Whoever asks while one is being made waits for that one. When it cannot be learned
 * whether a kept one still holds, nobody is given it.
 */
export function keepAnswers<Place extends { key: string }>({
  versionOf,
  changesAt,
  compose,
}: Ports<Place>): KeptAnswers<Place> {
  const store = new ByteBudget<Kept>(BUDGET)
  const underWay = new Map<string, { version: number; until: Instant; answer: Promise<WholeAnswer> }>()
  const ofVersion = (place: Place, version: number, now: Instant) => {
    const kept = store.get(place.key)
    const holds = kept?.version === version && now >= kept.from && now < kept.until
    return holds ? kept.answer : made(place, { version, now, kept })
  }
  return (place, now, isFresh) => {
    const version = versionOf(now, isFresh)
    if (typeof version === 'number') return ofVersion(place, version, now)
    return version.then((known) => ofVersion(place, known, now))
  }

  async function made(place: Place, { version, now, kept }: { version: number; now: Instant; kept: Kept | undefined }) {
    const { key } = place
    const until = [await changesAt(version, now), addSeconds(now, HOLDS), nextDay(now)].toSorted()[0]!
    const other = underWay.get(key)
    if (other?.version === version && now < other.until) return await other.answer
    const make = async () => {
      const answer = await compose(place, kept?.answer ?? null)
      if (answer.isForAll) store.set(key, { answer, version, from: now, until }, sizeOf(answer))
      return answer
    }
    const answer = make().finally(() => {
      if (underWay.get(key)?.answer === answer) underWay.delete(key)
    })
    underWay.set(key, { version, until, answer })
    return await answer
  }
}

function nextDay(now: Instant): Instant {
  return `${addDays(now.slice(0, 10), 1)}T00:00:00.000Z`
}
