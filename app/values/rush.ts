/** More people than this who wait for an answer at once are a rush. */
const MANY = 20
/** What is answered in batches pauses between two of them: a rush is over after so many milliseconds without one. */
const CALM = 250

interface Rush {
  awaited: number
  /** When there were many last, by the clock of `performance`. */
  manyAt: number
  /** What goes on when nobody waits. */
  lulls: Set<() => void>
}

/** One for the process: in development and in tests the pages come with a copy of this file of their own. */
const PLACE = Symbol.for('plenary.rush')
const here = globalThis as { [PLACE]?: Rush }
const rush: Rush = (here[PLACE] ??= { awaited: 0, manyAt: -Infinity, lulls: new Set() })

/** Does what somebody waits for. */
export async function whileAwaited<T>(work: () => Promise<T>): Promise<T> {
  rush.awaited++
  try {
    return await work()
  } finally {
    fewer()
  }
}

/** Does the rest of it, of which so much comes that nobody sits and waits any more. */
export async function noLongerAwaited<T>(work: () => Promise<T>): Promise<T> {
  fewer()
  try {
    return await work()
  } finally {
    rush.awaited++
  }
}

function fewer(): void {
  if (rush.awaited > MANY) rush.manyAt = performance.now()
  rush.awaited--
  if (rush.awaited <= 0) for (const over of rush.lulls) over()
}

/** Comes when there is no rush, or after `patience` milliseconds of it: what nobody waits for gives way that long. */
export async function calm(patience: number): Promise<void> {
  const until = performance.now() + patience
  for (let wait = 0; ; await new Promise((next) => setTimeout(next, wait))) {
    const now = performance.now()
    const since = rush.awaited > MANY ? now : rush.manyAt
    wait = Math.min(since + CALM, until) - now
    if (wait <= 0) return
  }
}

/** Comes when nobody waits, or after `patience` milliseconds. */
async function lull(patience: number): Promise<void> {
  await new Promise<void>((resolve) => {
    const over = () => {
      clearTimeout(timer)
      rush.lulls.delete(over)
      resolve()
    }
    const timer = setTimeout(over, patience)
    rush.lulls.add(over)
  })
}

/** Lets whoever is waited for go first, for so many milliseconds at most; and looks who has come meanwhile. */
export async function giveWay(patience: number): Promise<void> {
  await nextTurn()
  await nextTurn()
  if (rush.awaited <= 0) return
  await lull(patience)
  // Their answers leave in this turn.
  await nextTurn()
}

function nextTurn(): Promise<void> {
  return new Promise((next) => setImmediate(next))
}
