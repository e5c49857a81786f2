const waiting: (() => void)[] = []

/**
 * Lets one caller go on in each turn of the event loop, in the order in which they asked. Where hundreds wait for one
 * thing, what the network brings meanwhile (the next step of a transaction that holds locks) is seen between two of them.
 */
export function ownTurn(): Promise<void> {
  return new Promise((resolve) => {
    waiting.push(resolve)
    if (waiting.length === 1) setImmediate(letNextGo)
  })
}

/** The answer, in a turn of its own. */
export async function inOwnTurn<Answer>(answer: Promise<Answer>): Promise<Answer> {
  try {
    return await answer
  } finally {
    await ownTurn()
  }
}

function letNextGo(): void {
  waiting.shift()!()
  if (waiting.length > 0) setImmediate(letNextGo)
}
