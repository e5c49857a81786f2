import type { Component } from './component-tree.ts'
import { valueOf } from './content-lines.ts'
import { parameterFaults, propertyFaults, textFaults, uriFaults } from './property-faults.ts'
import { isUtc, timeFaults } from './time-faults.ts'

const REQUIRED = [
  'UID', 'DTSTAMP', 'LAST-MODIFIED', 'SEQUENCE', 'DTSTART', 'DTEND', 'SUMMARY', 'STATUS', 'TRANSP', 'URL',
] // prettier-ignore
const EXPECTED = [
  ...REQUIRED, 'CREATED', 'DESCRIPTION', 'LOCATION', 'GEO', 'CATEGORIES', 'CONFERENCE', 'ORGANIZER', 'ATTENDEE',
] // prettier-ignore
const PARAMETERS = {
  DTSTART: ['VALUE', 'TZID'],
  DTEND: ['VALUE', 'TZID'],
  CONFERENCE: ['VALUE', 'FEATURE', 'LABEL'],
  ORGANIZER: ['CN'],
  ATTENDEE: ['ROLE', 'PARTSTAT', 'RSVP', 'CN'],
}

export function eventFaults({ lines, parts }: Component): string[] {
  const faults = [
    ...propertyFaults(lines, EXPECTED, REQUIRED),
    ...parameterFaults(lines, PARAMETERS),
    ...textFaults(lines, ['SUMMARY', 'DESCRIPTION', 'LOCATION']),
    ...textFaults(listed(lines), ['CATEGORIES']),
    ...uriFaults(lines, ['URL', 'CONFERENCE']),
    ...timeFaults(lines),
    ...parts.map(({ name }) => `an unexpected component: ${name}`),
  ]
  const value = (name: string) => valueOf(lines, name)
  const say = (isWrong: boolean, fault: string) => isWrong && faults.push(fault)
  const has = (name: string) => lines.some((line) => line.name === name)
  say(has('UID') && !/^[\w-]+@[a-z0-9.-]+$/.test(value('UID')), 'an odd UID')
  say(has('SEQUENCE') && !(/^\d+$/.test(value('SEQUENCE')) && Number(value('SEQUENCE')) < 2 ** 31), 'an odd SEQUENCE')
  for (const name of ['SUMMARY', 'DESCRIPTION', 'LOCATION', 'CATEGORIES'])
    say(has(name) && value(name).trim() === '', `an empty ${name}`)
  say(has('STATUS') && !['CONFIRMED', 'TENTATIVE', 'CANCELLED'].includes(value('STATUS')), 'an unknown STATUS')
  say(has('TRANSP') && !['OPAQUE', 'TRANSPARENT'].includes(value('TRANSP')), 'an unknown TRANSP')
  say(value('STATUS') === 'CANCELLED' && value('TRANSP') === 'OPAQUE', 'cancelled and busy')
  for (const name of ['DTSTAMP', 'LAST-MODIFIED', 'CREATED'])
    say(has(name) && !isUtc(value(name)), `${name} is not in UTC: ${value(name)}`)
  // RFC 5545, 3.8.7.2, for files without METHOD; ours keep to it in all.
  say(
    isUtc(value('DTSTAMP')) && has('LAST-MODIFIED') && value('DTSTAMP') !== value('LAST-MODIFIED'),
    'DTSTAMP is not when it last changed',
  )
  say(has('GEO') && !isPlace(value('GEO')), `GEO ${value('GEO')}`)
  const conference = lines.find(({ name }) => name === 'CONFERENCE')?.parameters
  say(conference !== undefined && conference.VALUE !== 'URI', 'CONFERENCE without VALUE=URI')
  return faults
}

/** Between its values a comma stands as it is. */
function listed(lines: Component['lines']): Component['lines'] {
  return lines.map((line) => ({ ...line, value: line.value.replace(/(?<!\\)((?:\\\\)*),/g, '$1') }))
}

function isPlace(geo: string): boolean {
  const match = /^(-?\d+(?:\.\d+)?);(-?\d+(?:\.\d+)?)$/.exec(geo)
  return match !== null && Math.abs(Number(match[1])) <= 90 && Math.abs(Number(match[2])) <= 180
}
