import { type Difference, differingZones } from './differing-zones.ts'
import { runtimeZones } from './runtime-zones.ts'
import type { ZoneData } from './zone-data.ts'
import { CURRENT_ZONES } from './zone-names.ts'
import { ownTurn } from '../own-turn.ts'

const YEAR = 365 * 86_400
/** As far ahead as events are planned. */
const YEARS = 5
const IN_A_TURN = 5

/** The zones about which the runtime is wrong in the years to come, by the data in use. `now` is in seconds since 1970. */
export async function runtimeDifferences(used: ZoneData, now: number): Promise<Difference[]> {
  const span = { from: now, until: now + YEARS * YEAR }
  const runtime = runtimeZones('', span)
  const found: Difference[] = []
  for (let place = 0; place < CURRENT_ZONES.length; place += IN_A_TURN) {
    const zones = CURRENT_ZONES.slice(place, place + IN_A_TURN)
    found.push(...differingZones(used, runtime, { zones, ...span }))
    // It takes half a second in all, and others have questions too.
    await ownTurn()
  }
  return found
}
