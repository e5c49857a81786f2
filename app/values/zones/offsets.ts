import { DATA_ENDS, type ZoneData } from './zone-data.ts'
import { currentZoneName } from './zone-names.ts'
import { zoneData } from './zone-registry.ts'

/** A zone's transitions, in milliseconds, made for looking up. */
interface Table {
  at: Float64Array
  offsets: Float64Array
}

let data: ZoneData | null = null
let tables = new Map<string, Table>()

function tableOf(zone: string): Table | null {
  const current = zoneData()
  if (data !== current) [data, tables] = [current, new Map()]
  const known = tables.get(zone)
  if (known) return known
  const transitions = current.transitions(currentZoneName(zone))
  if (!transitions) return null
  const table = {
    at: Float64Array.from(transitions, ({ at }) => at * 1000),
    offsets: Float64Array.from(transitions, ({ offset }) => offset * 1000),
  }
  tables.set(zone, table)
  return table
}

export function isKnownZone(zone: string): boolean {
  return tableOf(zone) !== null
}

/**
 * How far a zone's clocks are ahead of UTC at a moment; all in milliseconds.
 * @throws RangeError for a zone that is not known.
 */
export function offsetAt(zone: string, epoch: number): number {
  const table = tableOf(zone)
  if (!table) throw new RangeError(`no such time zone: ${zone}`)
  const moment = epoch < DATA_ENDS * 1000 ? epoch : inKnownYear(epoch)
  const { at, offsets } = table
  let low = 0
  let high = at.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (at[middle]! <= moment) low = middle
    else high = middle - 1
  }
  return offsets[low]!
}

/** The same month, day and weekday in one of the last years that the data reaches: rules go by weekdays. */
function inKnownYear(epoch: number): number {
  const date = new Date(epoch)
  const year = date.getUTCFullYear()
  const mark = date.getUTCMonth() < 2 ? 0 : 2
  let like = 2037
  while (like > 2027 && weekday(like, mark) !== weekday(year, mark)) like -= 1
  return epoch - Date.UTC(year, mark) + Date.UTC(like, mark)
}

function weekday(year: number, month: number): number {
  return new Date(Date.UTC(year, month)).getUTCDay()
}
