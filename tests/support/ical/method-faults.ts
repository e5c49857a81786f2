import type { Component } from './component-tree.ts'
import { type ContentLine, valueOf } from './content-lines.ts'

/** RFC 5546, 3.2; and ours: one entry, one attendee who has accepted already, and nobody in a file without METHOD. */
export function methodFaults(method: string, events: Component[]): string[] {
  const lines = events.flatMap((event) => event.lines)
  const people = lines.filter(({ name }) => name === 'ORGANIZER' || name === 'ATTENDEE')
  if (method === '') return people.map(({ name }) => `${name} without METHOD`)
  if (method !== 'REQUEST' && method !== 'CANCEL') return [`METHOD ${method}`]
  const faults: string[] = []
  const say = (isWrong: boolean, fault: string) => isWrong && faults.push(fault)
  const status = valueOf(lines, 'STATUS')
  say(events.length !== 1, `${method} of ${events.length} entries`)
  for (const name of ['ORGANIZER', 'ATTENDEE'])
    say(!people.some((line) => line.name === name), `${method} without ${name}`)
  say(
    people.some(({ value }) => !/^mailto:[^@\s,;]+@[^@\s,;]+$/.test(value)),
    'an address that is not mailto:',
  )
  say(
    people.some(({ parameters }) => !/^"[^"]+"$/.test(parameters.CN ?? '')),
    'a person without a quoted CN',
  )
  say(method === 'CANCEL' && status !== 'CANCELLED', `CANCEL with STATUS:${status}`)
  say(method === 'REQUEST' && status === 'CANCELLED', 'REQUEST with STATUS:CANCELLED')
  for (const attendee of people.filter(({ name }) => name === 'ATTENDEE')) faults.push(...attendeeFaults(attendee))
  return faults
}

function attendeeFaults({ parameters }: ContentLine): string[] {
  const expected = { ROLE: 'REQ-PARTICIPANT', PARTSTAT: 'ACCEPTED', RSVP: 'FALSE' }
  return Object.entries(expected)
    .filter(([key, value]) => parameters[key] !== value)
    .map(([key]) => `an odd ${key} of ATTENDEE`)
}
