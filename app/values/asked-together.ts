import { inOwnTurn, ownTurn } from './own-turn.ts'

/**
 * Makes a question about a list of things one that many may ask at once: what is asked in one turn of the event loop, or
 * while the last question is being answered, is asked together, and everybody gets the answer to all of it. No answer is
 * older than its question.
 */
export function askedTogether<Item, Answer>(
  ask: (items: Item[]) => Promise<Answer>,
): (items: Item[]) => Promise<Answer> {
  const lane = oneAtATime()
  let next: { items: Item[]; answer: Promise<Answer> } | null = null
  return async (items) => {
    if (next) next.items.push(...items)
    else {
      const mine = [...items]
      const answer = lane(() => {
        next = null
        return ask(mine)
      })
      next = { items: mine, answer }
    }
    return await inOwnTurn(next.answer)
  }
}

/**
 * What is asked for several times by the same key, in one turn of the event loop or while its last answer is on the way,
 * is asked once. No answer is older than its question.
 */
export function askedOnce<Answer>(): (key: string, ask: () => Promise<Answer>) => Promise<Answer> {
  const lanes = new Map<string, { run: Lane; next: Promise<Answer> | null }>()
  return async (key, ask) => {
    const lane = lanes.get(key) ?? { run: oneAtATime(), next: null }
    lanes.set(key, lane)
    lane.next ??= lane.run(async () => {
      lane.next = null
      return await ask().finally(() => {
        if (lane.next === null) lanes.delete(key)
      })
    })
    return await inOwnTurn(lane.next)
  }
}

type Lane = <Answer>(ask: () => Promise<Answer>) => Promise<Answer>

/** The next begins when the last has ended and all have had their turn who waited for one: they may ask the same. */
function oneAtATime(): Lane {
  let last: Promise<unknown> = Promise.resolve()
  return (ask) => {
    const answer = last.then(ownTurn).then(ask)
    last = answer.catch(() => undefined)
    return answer
  }
}
