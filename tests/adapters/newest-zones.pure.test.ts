import { copyFileSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { newestZones } from '#app/adapters/newest-zones.ts'
import { packageZones } from '#app/adapters/package-zones.ts'
import { ZONE_FOLDER } from '#app/adapters/system-zones.ts'
import { instantOf } from '#app/values/moment.ts'
import { newestOf } from '#app/values/zones/newest.ts'
import { setZoneData, zoneData } from '#app/values/zones/zone-registry.ts'
import { zonesSaying } from '#tests/support/zones-saying.ts'

const before = zoneData()
afterAll(() => setZoneData(before))

/** A folder of zones with the files of some of this system's, and what is written into it besides. */
function folderOf(zones: string[], files: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'zones-'))
  for (const name of [...zones, ...Object.keys(files)]) mkdirSync(dirname(join(folder, name)), { recursive: true })
  for (const zone of zones) copyFileSync(join(ZONE_FOLDER, zone), join(folder, zone))
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
  return folder
}

test('the newest release wins, wherever it comes from; of equal ones the system’s', () => {
  const { used, all } = newestZones(console.error)
  const newest = all
    .map(({ version }) => version)
    .toSorted()
    .at(-1)
  expect(used.version).toBe(newest)
  expect(used.source).toBe(all.find(({ version }) => version === newest)!.source)
  expect(all.map(({ source }) => source)).toEqual(['system', 'package', 'runtime'])
})

test('a newer package is used before an older system, and the other way round', () => {
  const old = folderOf(['Europe/Berlin'], { 'tzdata.zi': '# version 2001a\n' })
  expect(newestZones(console.error, old).used).toMatchObject({ source: 'package' })
  const next = folderOf(['Europe/Berlin'], { '+VERSION': '2099z\n' })
  expect(newestZones(console.error, next).used).toMatchObject({ source: 'system', version: '2099z' })
})

test('what is computed follows the data: Morocco, once an hour ahead all year, is at UTC again', () => {
  const old = zonesSaying('2026a', { 'Africa/Casablanca': [[-Infinity, 3600]] })
  setZoneData(newestOf([old]))
  expect(instantOf('2026-12-01', '09:00', 'Africa/Casablanca')).toBe('2026-12-01T08:00:00.000Z')
  setZoneData(newestOf([old, packageZones()]))
  expect(instantOf('2026-12-01', '09:00', 'Africa/Casablanca')).toBe('2026-12-01T09:00:00.000Z')
})

test('a broken file is said once, when its zone is first asked for, and the zone is taken from the next source', () => {
  const folder = folderOf(['Europe/Berlin'], {
    'tzdata.zi': '# version 2099a\n',
    'Africa/Kigali': 'not a zone',
    'Asia/Tokyo': '',
  })
  const faults: string[] = []
  const { used } = newestZones((fault) => faults.push(fault), folder)
  newestZones((fault) => faults.push(fault), folder)
  for (const zone of ['Africa/Kigali', 'Asia/Tokyo', 'Europe/Paris', 'Africa/Kigali'])
    expect(used.transitions(zone)).toEqual(packageZones().transitions(zone))
  expect(faults).toHaveLength(2)
  expect(faults.join('\n')).toMatch(/Africa\/Kigali: .+\n.*Asia\/Tokyo: /)
})

test('without a folder, or with one that does not say its release, the others are used', () => {
  for (const folder of ['/nowhere', folderOf(['Europe/Berlin'], { 'tzdata.zi': '<html>' })]) {
    const faults: string[] = []
    const { used, all } = newestZones((fault) => faults.push(fault), folder)
    expect(faults).toEqual([`${folder} does not say which release it is`])
    expect(used.source).toBe('package')
    expect(all).toHaveLength(2)
  }
})
