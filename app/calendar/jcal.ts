import ICAL from 'ical.js'
import { ownTurn } from '#app/values/own-turn.ts'

/** How many entries are read between two turns of the event loop. */
const IN_A_TURN = 100

/** A calendar of ours as jCal (RFC 7265), a few entries at a time: a long one takes some hundred milliseconds. */
export async function toJcal(calendar: string): Promise<string> {
  const [head = '', ...entries] = calendar.split(/^(?=BEGIN:VEVENT\r\n)/m)
  const ends = calendar.lastIndexOf('END:VCALENDAR')
  const last = entries.pop()
  if (last !== undefined) entries.push(last.slice(0, last.length - (calendar.length - ends)))
  const whole = JSON.stringify(ICAL.parse(last === undefined ? calendar : `${head}END:VCALENDAR\r\n`))
  const pieces: string[] = []
  for (let from = 0; from < entries.length; from += IN_A_TURN) {
    if (from > 0) await ownTurn()
    const read = [ICAL.parse(`BEGIN:VCALENDAR\r\n${entries.slice(from, from + IN_A_TURN).join('')}END:VCALENDAR\r\n`)]
    pieces.push(...read.map((calendar) => JSON.stringify((calendar as unknown[])[2]).slice(1, -1)))
  }
  if (pieces.length === 0) return `${whole}\n`
  // A calendar is ["vcalendar", properties, components]: the entries come behind the zones.
  const isFirst = whole.endsWith('[]]')
  return `${whole.slice(0, -2)}${isFirst ? '' : ','}${pieces.join(',')}]]\n`
}
