import ICAL from 'ical.js'
import { momentsIn } from './file-zone.ts'
import { type JcalComponent, type Parameters, type Rule, ruleOf, textOf } from './jcal.ts'
import type { Component } from './split-calendar.ts'

/**
 * The only file that knows ical.js (2.2.1), which parses content lines. Its recurrence iterator and its time zones never
 * run on what somebody else wrote: there are rules that they look for an answer to for ever.
 */

export interface Property {
  parameters: Parameters
  /** Of a period, its start. */
  values: string[]
  /** Of a rule of recurrence, its parts. */
  rule: Rule | null
}

/** The properties of an entry by their names in small letters; null for lines that cannot be read. */
export function propertiesOf({ lines, isBroken }: Component): Map<string, Property[]> | null {
  const jcal = isBroken ? null : parse(['BEGIN:VEVENT', ...lines, 'END:VEVENT'])
  if (!jcal) return null
  const found = new Map<string, Property[]>()
  for (const [name, parameters, , ...values] of jcal[1])
    found.set(name, [...(found.get(name) ?? []), { parameters, values: values.map(textOf), rule: ruleOf(values[0]) }])
  return found
}

/** A zone as the file itself describes it. */
export interface FileZone {
  name: string
  /** The name of the IANA database that it says it is, if it does. */
  location: string | null
  /** The moment of a time on its clocks, given as if it were UTC. Null where its rules are none that we follow. */
  momentOf: ((local: number) => number) | null
}

/** Null where it has no name. */
export function zoneOf({ lines, isBroken }: Component): FileZone | null {
  const jcal = isBroken ? null : parse(['BEGIN:VTIMEZONE', ...lines, 'END:VTIMEZONE'])
  const text = (name: string) => textOf(jcal?.[1].find((property) => property[0] === name)?.[3])
  const name = text('tzid')
  if (!jcal || name === '') return null
  return { name, location: text('x-lic-location') || null, momentOf: momentsIn(jcal) }
}

function parse(lines: string[]): JcalComponent | null {
  try {
    return ICAL.parse(lines.join('\r\n')) as JcalComponent
  } catch {
    return null
  }
}
