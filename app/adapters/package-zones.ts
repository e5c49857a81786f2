import { createRequire } from 'node:module'
import { type PackedZones, packedZones } from '#app/values/zones/packed-zones.ts'
import type { ZoneData } from '#app/values/zones/zone-data.ts'

/**
 * The zones that come with the package `moment-timezone`: as new as the installation.
 * @throws Error when the file is not there, or is not as it was.
 */
export function packageZones(): ZoneData {
  const packed = createRequire(import.meta.url)('moment-timezone/data/packed/latest.json') as PackedZones
  const data = packedZones(packed)
  if (!data.transitions('Europe/London')) throw new Error('moment-timezone packs its zones in another way')
  return data
}
