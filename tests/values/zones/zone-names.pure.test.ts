import { createRequire } from 'node:module'
import { expect, test } from 'vitest'
import { packageZones } from '#app/adapters/package-zones.ts'
import { zoneOptions } from '#app/ui/zone-options.ts'
import { ZONE_LINKS } from '#app/values/zones/zone-links.ts'
import { COMPUTED_ZONES, CURRENT_ZONES, currentZoneName } from '#app/values/zones/zone-names.ts'

const load = createRequire(import.meta.url)
/** `zone.tab` of the IANA database, as the package brings it along. */
const listed = Object.keys((load('moment-timezone/data/meta/latest.json') as { zones: object }).zones)
const { zones, links } = load('moment-timezone/data/packed/latest.json') as { zones: string[]; links: string[] }

test('the current names are those of zone.tab, and UTC', () => {
  expect(CURRENT_ZONES).toEqual([...listed, 'UTC'].toSorted())
})

test.each([
  ['Asia/Calcutta', 'Asia/Kolkata'],
  ['Europe/Kiev', 'Europe/Kyiv'],
  ['Asia/Katmandu', 'Asia/Kathmandu'],
  ['Asia/Saigon', 'Asia/Ho_Chi_Minh'],
  ['Asia/Rangoon', 'Asia/Yangon'],
  ['America/Godthab', 'America/Nuuk'],
  ['America/Buenos_Aires', 'America/Argentina/Buenos_Aires'],
  ['US/Pacific', 'America/Los_Angeles'],
  ['Iceland', 'Atlantic/Reykjavik'],
  ['GMT', 'UTC'],
  ['asia/calcutta', 'Asia/Kolkata'],
  ['europe/berlin', 'Europe/Berlin'],
  ['Africa/Addis_Ababa', 'Africa/Addis_Ababa'],
  ['Africa/Accra', 'Africa/Accra'],
  ['Etc/GMT+12', 'Etc/GMT+12'],
  ['Moon/Tycho', 'Moon/Tycho'],
])('%s is called %s now', (old, current) => {
  expect(currentZoneName(old)).toBe(current)
})

test('every name that the database knows leads to a current one with the same clocks from 2026 on', () => {
  const packed = packageZones()
  const names = [...zones, ...links].flatMap((text) => text.split('|').slice(0, zones.includes(text) ? 1 : 2))
  const offsetsOf = (transitions: readonly { at: number; offset: number }[] | null) => {
    const from = transitions!.findLastIndex(({ at }) => at <= Date.UTC(2026, 0, 1) / 1000)
    return transitions!.slice(from).map(({ at, offset }, place) => (place === 0 ? offset : [at, offset]))
  }
  expect(new Set(names).size).toBeGreaterThan(590)
  for (const name of names) {
    const current = currentZoneName(name)
    expect(COMPUTED_ZONES, name).toContain(current)
    expect([name, offsetsOf(packed.transitions(current))]).toEqual([name, offsetsOf(packed.transitions(name))])
  }
})

test('no current name is also an old one, and no link leads to a link', () => {
  for (const [old, current] of ZONE_LINKS) {
    expect(CURRENT_ZONES).not.toContain(old)
    expect(CURRENT_ZONES).toContain(current)
  }
})

test('menus offer current names with the offsets of the year; a stored old name is its current one', () => {
  const options = zoneOptions('2026-11-21T12:00:00.000Z', 'Asia/Calcutta')
  expect(options).toHaveLength(CURRENT_ZONES.length)
  expect(options.filter(({ value }) => /Kolkata|Calcutta|Berlin|Kathmandu|^UTC/.test(value))).toEqual([
    { value: 'Asia/Kathmandu', label: 'Asia/Kathmandu (UTC+5:45)' },
    { value: 'Asia/Kolkata', label: 'Asia/Kolkata (UTC+5:30)' },
    { value: 'Europe/Berlin', label: 'Europe/Berlin (UTC+1, UTC+2)' },
    { value: 'UTC', label: 'UTC' },
  ])
})
