import { ByteBudget } from './byte-budget.ts'
import { WholeAnswer } from './whole-answer.server.ts'
import { epochMilliseconds, type Instant } from '#app/values/moment.ts'

/** How long an answer holds that no change outdates: what is to come is so for now only. */
const HOLDS = 60_000

const BUDGET = 96 * 1024 * 1024

/** What stands beside the bytes: the object, and the copies, of which text makes a third of it. */
const sizeOf = (answer: WholeAnswer) => answer.bytes * 1.4 + 2000

interface Kept {
  answer: WholeAnswer
  version: number
  /** In milliseconds. */
  at: number
  day: string
}

interface Ports {
  /** The number that changes with everything the public can see. */
  versionOf(now: Instant): Promise<number>
  /** Makes the answer of an address: one name for each answer that there is. */
  compose(address: string): Promise<Response>
}

/**
 * Public answers, kept as long as nothing that the public can see has changed, for a minute at most, and never into the
 * next day. Whoever asks while one is being made waits for that one. When it cannot be learned whether a kept one still
 * holds, nobody is given it.
 */
export function keepAnswers({ versionOf, compose }: Ports): (address: string, now: Instant) => Promise<WholeAnswer> {
  const store = new ByteBudget<Kept>(BUDGET)
  const underWay = new Map<string, { version: number; answer: Promise<WholeAnswer> }>()
  return async (address, now) => {
    const version = await versionOf(now)
    const at = epochMilliseconds(now)
    const day = now.slice(0, 10)
    const kept = store.get(address)
    if (kept?.version === version && kept.day === day && at >= kept.at && at - kept.at < HOLDS) return kept.answer
    const other = underWay.get(address)
    if (other?.version === version) return await other.answer
    const make = async () => {
      const response = await compose(address)
      const answer = await WholeAnswer.of(response, kept?.answer)
      if (isForAll(response)) store.set(address, { answer, version, at, day }, sizeOf(answer))
      return answer
    }
    const answer = make().finally(() => {
      if (underWay.get(address)?.answer === answer) underWay.delete(address)
    })
    underWay.set(address, { version, answer })
    return await answer
  }
}

function isForAll({ status, headers }: Response): boolean {
  return status === 200 && headers.get('Cache-Control')?.startsWith('public') === true && !headers.has('Set-Cookie')
}
