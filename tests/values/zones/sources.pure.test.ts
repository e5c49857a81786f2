import { expect, test } from 'vitest'
import { packageZones } from '#app/adapters/package-zones.ts'
import { systemZones, ZONE_FOLDER } from '#app/adapters/system-zones.ts'
import { differingZones } from '#app/values/zones/differing-zones.ts'
import { runtimeZones } from '#app/values/zones/runtime-zones.ts'
import { DATA_ENDS, DATA_STARTS } from '#app/values/zones/zone-data.ts'
import { COMPUTED_ZONES, CURRENT_ZONES } from '#app/values/zones/zone-names.ts'
import { zonesSaying } from '#tests/support/zones-saying.ts'

const always = { zones: COMPUTED_ZONES, from: DATA_STARTS, until: DATA_ENDS }
const fail = (fault: string) => {
  throw new Error(fault)
}

test('of one release, the system’s files and the package say the same of every zone, from 1970 to 2037', () => {
  const [system, packed] = [systemZones(ZONE_FOLDER, fail), packageZones()]
  for (const zone of COMPUTED_ZONES) {
    expect(system.transitions(zone), zone).not.toBeNull()
    expect(packed.transitions(zone), zone).not.toBeNull()
  }
  // Two releases differ in the few zones that a government changed in between.
  const differing = differingZones(system, packed, always)
  expect(differing.length).toBeLessThanOrEqual(system.version === packed.version ? 0 : 20)
})

test('the runtime agrees on every zone but those that changed between its release and the newest', () => {
  const packed = packageZones()
  const from = Date.UTC(2015, 0, 1) / 1000
  const runtime = runtimeZones(process.versions.tz, { from, until: DATA_ENDS })
  for (const zone of CURRENT_ZONES) expect(runtime.transitions(zone), zone).not.toBeNull()
  const span = { zones: CURRENT_ZONES, from, until: DATA_ENDS }
  const differing = differingZones(packed, runtime, span)
  // The data of 2026c beside that of 2026f; every other runtime is at least as near.
  expect(differing.length).toBeLessThanOrEqual(runtime.version === packed.version ? 0 : 12)
  for (const { zone, from, until, offsets } of differing) {
    expect(from, zone).toBeLessThan(until)
    expect(offsets[0], zone).not.toBe(offsets[1])
  }
  if (runtime.version === '2026c' && packed.version === '2026f')
    expect(differing.map(({ zone }) => zone)).toEqual(['America/Havana', 'America/Inuvik', 'America/Winnipeg'])
}, 60_000)

test('where two sources differ is told with from when, until when, and who says what', () => {
  const summer = Date.UTC(2027, 2, 28, 1) / 1000
  const winter = Date.UTC(2027, 9, 31, 1) / 1000
  const one = zonesSaying('2027b', { 'Europe/Berlin': [[-Infinity, 3600]], 'Africa/Kigali': [[-Infinity, 7200]] })
  const other = zonesSaying('2027a', {
    'Europe/Berlin': [
      [-Infinity, 3600],
      [summer, 7200],
      [winter, 3600],
    ],
    'Africa/Kigali': [[-Infinity, 7200]],
  })
  const span = { zones: ['Africa/Kigali', 'Europe/Berlin', 'Asia/Tokyo'], from: 0, until: DATA_ENDS }
  expect(differingZones(one, other, span)).toEqual([
    { zone: 'Europe/Berlin', from: summer, until: winter, offsets: [3600, 7200] },
  ])
  expect(differingZones(one, other, { ...span, from: winter })).toEqual([])
  expect(differingZones(one, other, { ...span, from: summer + 10, until: winter - 10 })).toEqual([
    { zone: 'Europe/Berlin', from: summer + 10, until: winter - 10, offsets: [3600, 7200] },
  ])
})
