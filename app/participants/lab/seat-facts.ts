import { readRanges } from './address-range.ts'
import { isZoneName, zoneNameOf } from './zone-name.ts'
import type { Refusal } from '#app/values/refusal.ts'
import { cleanLine } from '#app/values/text.ts'

/** What belongs to a place in a lab, whoever sits there. */
export interface SeatFacts {
  label: string
  /** Where it stands, counted from 1, seen from the front. */
  gridRow: number
  gridColumn: number
  machine: string
  addressRange: string
  zoneName: string
}

/** So that it can be the name of a machine's user, whatever the rest of the name is. */
const LABEL = /^[A-Za-z0-9][A-Za-z0-9-]{0,19}$/

/** What was typed of a seat, checked: its facts as they are stored, or what is wrong with them. */
export function readSeat(typed: SeatFacts): { facts: SeatFacts; refusals: Refusal[] } {
  const facts = {
    ...typed,
    label: cleanLine(typed.label).normalize('NFKC'),
    machine: cleanLine(typed.machine),
    addressRange: cleanLine(typed.addressRange).replace(/[\s,;]+/g, ' '),
    zoneName: zoneNameOf(typed.zoneName),
  }
  const refusals: Refusal[] = []
  if (!LABEL.test(facts.label)) refusals.push({ code: 'seat-label', field: 'label', details: { label: facts.label } })
  const ranges = readRanges(facts.addressRange)
  if ('code' in ranges) refusals.push({ code: ranges.code, field: 'addressRange', details: { text: ranges.text } })
  if (facts.zoneName !== '' && !isZoneName(facts.zoneName))
    refusals.push({ code: 'zone-name', field: 'zoneName', details: { name: facts.zoneName } })
  return { facts, refusals }
}

/** The user's name of a seat's machine: made from the label, never from a name. Labels are unique, so these are too. */
export function loginName(label: string): string {
  const small = label.toLowerCase()
  return /^[a-z]/.test(small) ? small : `seat${small}`
}
