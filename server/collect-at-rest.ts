/** How often it looks, in milliseconds. */
const LOOK = 1000
/** Milliseconds of processor time between two looks: who takes less, rests. */
const RESTFUL = 30
/** Looks in a row that must find it at rest. */
const LOOKS = 3
/** Milliseconds of work that leave enough behind to be worth a collection. */
const WORTH = 500

interface Surroundings {
  /** Gives back all that nobody holds, and what was compiled and is not in use. */
  collect: () => void
  /** Processor time that this process has had so far, in milliseconds. */
  worked: () => number
}

/**
 * Gives back memory when the process rests after having worked: by itself V8 collects while memory is asked for, and keeps
 * what a start or a rush left behind until the next one. It takes a tenth of a second, once, when nobody has asked for three.
 */
export function collectAtRest(surroundings: Surroundings | null = ofThisProcess()): void {
  if (!surroundings) return
  const { collect, worked } = surroundings
  let before = 0
  let since = 0
  let restful = 0
  const look = () => {
    const now = worked()
    const spent = now - before
    before = now
    restful = spent < RESTFUL ? restful + 1 : 0
    if (restful === 0) since += spent
    if (restful < LOOKS || since < WORTH) return
    collect()
    since = 0
    before = worked()
  }
  setInterval(look, LOOK).unref()
}

/** Null where Node was not started with `--expose-gc`. */
function ofThisProcess(): Surroundings | null {
  const { gc } = globalThis
  if (!gc) return null
  return {
    collect: () => gc({ type: 'major', execution: 'sync', flavor: 'last-resort' }),
    worked() {
      const { user, system } = process.cpuUsage()
      return (user + system) / 1000
    },
  }
}
