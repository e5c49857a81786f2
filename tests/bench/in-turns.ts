import { load, type Load, type Target } from './load.ts'
import { median } from './median.ts'

const TURNS = 3

/** Both sides of a ratio in turns, because a machine has better and worse minutes; medians. */
export async function inTurns(one: Target, other: Target): Promise<[Load, Load]> {
  const loads: [Load[], Load[]] = [[], []]
  for (let turn = 0; turn < TURNS; turn++) {
    loads[0].push(await load(one))
    loads[1].push(await load(other))
  }
  return [medianLoad(loads[0]), medianLoad(loads[1])]
}

function medianLoad(loads: Load[]): Load {
  return {
    perSecond: median(loads.map(({ perSecond }) => perSecond)),
    processor: median(loads.map(({ processor }) => processor)),
  }
}
