import type { Component } from './component-tree.ts'
import { valueOf } from './content-lines.ts'
import { eventFaults } from './event-faults.ts'
import { methodFaults } from './method-faults.ts'
import { parameterFaults, propertyFaults, textFaults, uriFaults } from './property-faults.ts'
import { zoneFaults } from './zone-faults.ts'

const ONCE = ['VERSION', 'PRODID', 'CALSCALE']
const NAMES = ['NAME', 'X-WR-CALNAME']
const REFRESH = ['REFRESH-INTERVAL', 'X-PUBLISHED-TTL', 'SOURCE']

export function calendarFaults(root: Component): string[] {
  const { lines, parts } = root
  const events = parts.filter(({ name }) => name === 'VEVENT')
  const zones = parts.filter(({ name }) => name === 'VTIMEZONE')
  const isMessage = lines.some(({ name }) => name === 'METHOD')
  const expected = isMessage ? [...ONCE, 'METHOD'] : [...ONCE, ...NAMES, ...REFRESH]
  const faults = [
    ...propertyFaults(lines, expected, isMessage ? expected : [...ONCE, ...NAMES]),
    ...parameterFaults(lines, { 'REFRESH-INTERVAL': ['VALUE'], SOURCE: ['VALUE'] }),
    ...textFaults(lines, NAMES),
    ...uriFaults(lines, ['SOURCE']),
  ]
  const say = (isWrong: boolean, fault: string) => isWrong && faults.push(fault)
  for (const { name } of parts)
    if (name !== 'VEVENT' && name !== 'VTIMEZONE') faults.push(`an unexpected component: ${name}`)
  say(valueOf(lines, 'VERSION') !== '2.0', 'not version 2.0')
  say(valueOf(lines, 'CALSCALE') !== 'GREGORIAN', 'another calendar scale')
  say(valueOf(lines, 'NAME') !== valueOf(lines, 'X-WR-CALNAME'), 'two names')
  say(valueOf(lines, 'REFRESH-INTERVAL') !== valueOf(lines, 'X-PUBLISHED-TTL'), 'two intervals')
  say(!/^(P(T\d+[HM]|\d+D))?$/.test(valueOf(lines, 'REFRESH-INTERVAL')), 'an odd interval')
  const refreshed = lines.find(({ name }) => name === 'REFRESH-INTERVAL')
  say(refreshed !== undefined && refreshed.parameters.VALUE !== 'DURATION', 'REFRESH-INTERVAL without VALUE=DURATION')
  say(parts.findLastIndex(({ name }) => name === 'VTIMEZONE') > parts.indexOf(events[0]!), 'a zone after an event')
  const uids = events.map((event) => valueOf(event.lines, 'UID'))
  for (const uid of new Set(uids.filter((one, index) => uids.indexOf(one) !== index)))
    faults.push(`a UID twice: ${uid}`)
  faults.push(...zoneFaults(zones, events), ...methodFaults(valueOf(lines, 'METHOD'), events))
  for (const event of events)
    faults.push(...eventFaults(event).map((fault) => `${valueOf(event.lines, 'UID')}: ${fault}`))
  return faults
}
