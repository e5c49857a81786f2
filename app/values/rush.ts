/** More people than this who wait for an answer at once are a rush. */
const MANY = 20

let awaited = 0
const lulls = new Set<() => void>()

/** Does what somebody waits for. */
export async function whileAwaited<T>(work: () => Promise<T>): Promise<T> {
  awaited++
  try {
    return await work()
  } finally {
    awaited--
    if (awaited <= MANY) for (const over of lulls) over()
  }
}

/** Comes when there is no rush, or after `patience` milliseconds of it: what nobody waits for gives way that long. */
export async function lull(patience: number): Promise<void> {
  if (awaited <= MANY) return
  await new Promise<void>((resolve) => {
    const over = () => {
      clearTimeout(timer)
      lulls.delete(over)
      resolve()
    }
    const timer = setTimeout(over, patience)
    lulls.add(over)
  })
}
