import type { Component } from './component-tree.ts'
import { type ContentLine, valueOf } from './content-lines.ts'
import { parameterFaults, propertyFaults } from './property-faults.ts'
import { isTime } from './time-faults.ts'

/** Each zone that is used is defined once, under the same bytes, in the one shape that Outlook reads; none besides. */
export function zoneFaults(zones: Component[], events: Component[]): string[] {
  const used = new Set(
    events.flatMap(({ lines }) => lines.map(({ parameters }) => parameters.TZID)).filter((zone) => zone !== undefined),
  )
  const defined = zones.map(({ lines }) => valueOf(lines, 'TZID'))
  return [
    ...[...used].filter((zone) => !defined.includes(zone)).map((zone) => `a TZID without its VTIMEZONE: ${zone}`),
    ...[...new Set(defined)].filter((zone) => !used.has(zone)).map((zone) => `a VTIMEZONE that nothing uses: ${zone}`),
    ...defined.filter((zone, index) => defined.indexOf(zone) !== index).map((zone) => `a VTIMEZONE twice: ${zone}`),
    ...zones.flatMap((zone) => shapeFaults(zone).map((fault) => `${valueOf(zone.lines, 'TZID')}: ${fault}`)),
  ]
}

/** MS-OXCICAL, 2.1.3.1.1.19; names as `GMT` and `/example.org/…` are read as something else by some client. */
function shapeFaults({ lines, parts }: Component): string[] {
  const faults = [...propertyFaults(lines, ['TZID'], ['TZID']), ...parameterFaults(lines, {})]
  if (!/^(?!Etc\/)[A-Z][\w+-]*(\/[\w+-]+)+$/.test(valueOf(lines, 'TZID'))) faults.push('not the name of a place')
  const standard = parts.filter(({ name }) => name === 'STANDARD')
  const daylight = parts.filter(({ name }) => name === 'DAYLIGHT')
  for (const { name } of parts)
    if (name !== 'STANDARD' && name !== 'DAYLIGHT') faults.push(`an unexpected component: ${name}`)
  if (standard.length !== 1) faults.push(`${standard.length} STANDARD`)
  if (daylight.length > 1) faults.push(`${daylight.length} DAYLIGHT`)
  for (const part of [...standard, ...daylight]) faults.push(...partFaults(part, daylight.length > 0))
  const [one, other] = [standard[0]?.lines ?? [], daylight[0]?.lines]
  const [from, to] = [valueOf(one, 'TZOFFSETFROM'), valueOf(one, 'TZOFFSETTO')]
  if (!other) return from === to ? faults : [...faults, 'a move without a return']
  if (from !== valueOf(other, 'TZOFFSETTO') || to !== valueOf(other, 'TZOFFSETFROM'))
    faults.push('offsets that do not mirror each other')
  if (minutesOf(valueOf(other, 'TZOFFSETTO')) <= minutesOf(valueOf(other, 'TZOFFSETFROM')))
    faults.push('DAYLIGHT is not the larger offset')
  return faults
}

function partFaults({ name, lines, parts }: Component, isMoving: boolean): string[] {
  const required = ['DTSTART', 'TZOFFSETFROM', 'TZOFFSETTO', ...(isMoving ? ['RRULE'] : [])]
  const faults = [...propertyFaults(lines, required, required), ...parameterFaults(lines, {})]
  faults.push(...parts.map((part) => `an unexpected component: ${part.name}`))
  for (const offset of ['TZOFFSETFROM', 'TZOFFSETTO'])
    if (!/^(?!-0000)[+-]([01]\d)[0-5]\d$/.test(valueOf(lines, offset))) faults.push(`an odd ${offset} of ${name}`)
  const start = valueOf(lines, 'DTSTART')
  if (!isTime(start) || !start.startsWith('1970') || start.endsWith('Z')) faults.push(`an odd DTSTART of ${name}`)
  else if (isMoving && !isOnset(start, valueOf(lines, 'RRULE')))
    faults.push(`no yearly rule of ${name} from its DTSTART`)
  return faults
}

const WEEKDAYS = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA']

function isOnset(start: string, rule: string): boolean {
  const match = /^FREQ=YEARLY;BYMONTH=([1-9]|1[0-2]);BYDAY=(-1|[1-4])(SU|MO|TU|WE|TH|FR|SA)$/.exec(rule)
  if (!match) return false
  const [month, day] = [Number(start.slice(4, 6)), Number(start.slice(6, 8))]
  const isWeekday = WEEKDAYS[new Date(Date.UTC(1970, month - 1, day)).getUTCDay()] === match[3]
  const isLast = day + 7 > new Date(Date.UTC(1970, month, 0)).getUTCDate()
  return (
    month === Number(match[1]) && isWeekday && (match[2] === '-1' ? isLast : Math.ceil(day / 7) === Number(match[2]))
  )
}

function minutesOf(offset: ContentLine['value']): number {
  return Number(`${offset[0]}1`) * (Number(offset.slice(1, 3)) * 60 + Number(offset.slice(3, 5)))
}
