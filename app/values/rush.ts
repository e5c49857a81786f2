/** More people than this who wait for an answer at once are a rush. */
const MANY = 20

interface Lull {
  /** How many who wait it lets be. */
  most: number
  over: () => void
}

interface Rush {
  awaited: number
  lulls: Set<Lull>
}

/** One for the process: the pages are built into a file of their own, with a copy of this one. */
const PLACE = Symbol.for('plenary.rush')
const here = globalThis as { [PLACE]?: Rush }
const rush: Rush = (here[PLACE] ??= { awaited: 0, lulls: new Set() })

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
  rush.awaited--
  for (const { most, over } of rush.lulls) if (rush.awaited <= most) over()
}

/** Comes when there is no rush, or after `patience` milliseconds of it: what nobody waits for gives way that long. */
export async function lull(patience: number, most = MANY): Promise<void> {
  if (rush.awaited <= most) return
  await new Promise<void>((resolve) => {
    const waiting: Lull = {
      most,
      over() {
        clearTimeout(timer)
        rush.lulls.delete(waiting)
        resolve()
      },
    }
    const timer = setTimeout(waiting.over, patience)
    rush.lulls.add(waiting)
  })
}

/** Lets whoever is waited for go first, for so many milliseconds at most; and looks who has come meanwhile. */
export async function giveWay(patience: number): Promise<void> {
  await nextTurn()
  await nextTurn()
  if (rush.awaited <= 0) return
  await lull(patience, 0)
  // Their answers leave in this turn.
  await nextTurn()
}

function nextTurn(): Promise<void> {
  return new Promise((next) => setImmediate(next))
}
