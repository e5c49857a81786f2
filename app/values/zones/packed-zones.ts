import { tidy } from './tidy.ts'
import type { Transition, ZoneData } from './zone-data.ts'

/** `data/packed/latest.json` of the package `moment-timezone`; nothing else of it is used. */
export interface PackedZones {
  version: string
  zones: string[]
  links: string[]
}

/**
 * Zones in the packed form of moment-timezone: `name|abbreviations|offsets|indexes|differences|population`, numbers to
 * the base of 60, offsets in minutes behind UTC, and the minutes between one transition and the next.
 */
export function packedZones({ version, zones, links }: PackedZones): ZoneData {
  const packed = new Map(zones.map((zone) => [zone.slice(0, zone.indexOf('|')), zone]))
  const linked = new Map(links.map((link) => link.split('|') as [string, string]).map(([to, from]) => [from, to]))
  const known = new Map<string, Transition[]>()
  return {
    source: 'package',
    version,
    transitions(zone) {
      const name = linked.get(zone) ?? zone
      const text = packed.get(name)
      if (!text) return null
      if (!known.has(name)) known.set(name, unpack(text))
      return known.get(name)!
    },
  }
}

function unpack(text: string): Transition[] {
  const [, , offsets, indexes, differences] = text.split('|') as [string, string, string, string, string]
  const ahead = offsets.split(' ').map((behind) => 0 - Math.round(base60(behind) * 60))
  const steps = differences === '' ? [] : differences.split(' ')
  let minutes = 0
  const found = steps.map((step, index) => {
    minutes += base60(step)
    return { at: Math.round(minutes * 60), offset: ahead[base60(indexes[index + 1]!)]! }
  })
  return tidy([{ at: -Infinity, offset: ahead[base60(indexes[0]!)]! }, ...found])
}

/** Digits are 0–9, a–z, A–X; after the point come sixtieths. */
function base60(text: string): number {
  const [whole, fraction = ''] = text.replace('-', '').split('.') as [string, string?]
  let value = 0
  for (const digit of whole) value = value * 60 + digitOf(digit)
  let share = 1
  for (const digit of fraction) value += digitOf(digit) * (share /= 60)
  return text.startsWith('-') ? -value : value
}

function digitOf(digit: string): number {
  const code = digit.charCodeAt(0)
  if (code > 96) return code - 87
  return code > 64 ? code - 29 : code - 48
}
