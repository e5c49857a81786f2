import { z } from 'zod'
import { optionalLine } from '#app/values/fields.ts'

export interface Coordinates {
  latitude: number
  longitude: number
}

const NUMBER = String.raw`([-+]?\d{1,3}(?:\.\d+)?)`

/** Where an address of a map has its place: the pin before the middle of what is shown. */
const IN_ADDRESS = [
  /!3d([-+]?\d+(?:\.\d+)?)!4d([-+]?\d+(?:\.\d+)?)/,
  /[?&]mlat=([-+]?\d+(?:\.\d+)?)&mlon=([-+]?\d+(?:\.\d+)?)/,
  new RegExp(`[?&](?:q|query|ll|sll|destination|daddr|cp|center)=(?:loc:)?${NUMBER}(?:,|%2C|~)\\+?${NUMBER}`, 'i'),
  new RegExp(`^geo:${NUMBER},${NUMBER}`, 'i'),
  new RegExp(`@${NUMBER},${NUMBER}`),
  new RegExp(`#map=\\d+(?:\\.\\d+)?/${NUMBER}/${NUMBER}`),
]

const PLAIN = new RegExp(`^${NUMBER}\\s*°?\\s*([NS]?)\\s*[,;\\s]\\s*${NUMBER}\\s*°?\\s*([EW]?)$`, 'i')

/** A place as people copy it: `-1.95, 30.06`, `1,95° S; 30,06° E`, or the address of a map. Null for anything else. */
export function parseCoordinates(typed: string): Coordinates | null {
  const text = typed.trim().replace(/[\u2010-\u2015\u2212]/g, '-')
  if (/^(https?|geo):/i.test(text)) {
    const match = IN_ADDRESS.map((pattern) => pattern.exec(text)).find((found) => found !== null)
    return match ? onEarth(Number(match[1]), Number(match[2])) : null
  }
  // Where a comma stands before the decimals, something else stands between the two.
  const dotted = /\d,\d+\s*°?\s*[NS]?\s*[;\s]\s*[-+]?\d/i.test(text) ? text.replace(/(\d),(\d)/g, '$1.$2') : text
  const match = PLAIN.exec(dotted)
  if (!match) return null
  const [, latitude, south, longitude, west] = match
  return onEarth(signed(latitude!, /s/i.test(south!)), signed(longitude!, /w/i.test(west!)))
}

/** As the form shows it; '' for none. */
export function formatCoordinates({
  latitude,
  longitude,
}: {
  latitude: number | null
  longitude: number | null
}): string {
  return latitude === null || longitude === null ? '' : `${latitude}, ${longitude}`
}

/** A place that may be left out, in whatever way it was copied. */
export function coordinatesField() {
  return optionalLine(2000).transform((typed, context): Coordinates | null => {
    if (typed === '') return null
    const place = parseCoordinates(typed)
    if (place) return place
    context.addIssue({ code: 'custom', message: 'author.details.coordinatesShape' })
    return z.NEVER
  })
}

function signed(digits: string, isNegative: boolean): number {
  return isNegative ? -Math.abs(Number(digits)) : Number(digits)
}

function onEarth(latitude: number, longitude: number): Coordinates | null {
  return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 ? { latitude, longitude } : null
}
