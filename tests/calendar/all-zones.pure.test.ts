import { beforeAll, describe, expect, it } from 'vitest'
import { writeCalendar } from '#app/calendar/write-calendar.ts'
import { addMinutes, instantOf, isZone, type Instant } from '#app/values/moment.ts'
import { CURRENT_ZONES, currentZoneName } from '#app/values/zones/zone-names.ts'
import { zoneData } from '#app/values/zones/zone-registry.ts'
import { givenEntry } from '#tests/support/calendar-entry.ts'
import { icalFaults } from '#tests/support/ical-checker.ts'
import {
  JUDGES,
  judgesHere,
  machineMoments,
  machineZoneNames,
  machineZones,
  readBy,
} from '#tests/support/judges/judges.ts'
import type { ReadEvent } from '#tests/support/judges/reading.ts'

const isDeep = process.env.PLENARY_TEST_DEEP === '1'
const MONTHS = Array.from({ length: 49 }, (_, index) => new Date(Date.UTC(2026, 11 + index)).toISOString().slice(0, 7))
const IN_A_FILE = 1000

interface Wall {
  zone: string
  day: string
  time: string
  startsAt: Instant
  endsAt: Instant
}

let walls: Wall[]
let texts: string[]
/** Each zone in every third month, each month in every third zone: for the judges that take their time. */
let some: { walls: Wall[]; texts: string[] }

/** In each month another day and hour, and another one in each zone: some fall on days when clocks are moved. */
function wallsOf(zone: string, at: number): Wall[] {
  return MONTHS.flatMap((month, index) => {
    const days = new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 0)).getUTCDate()
    const day = `${month}-${two(1 + ((at * 7 + index * 11) % days))}`
    const times = isDeep ? ['00:30', '02:30', '09:30', '23:30'] : [`${two((at * 5 + index * 7) % 24)}:30`]
    return times.map((time) => {
      const startsAt = instantOf(day, time, zone)
      return { zone, day, time, startsAt, endsAt: addMinutes(startsAt, 90) }
    })
  })
}

beforeAll(async () => {
  const names = machineZones() === null ? CURRENT_ZONES : await machineZoneNames()
  // Every clock that there is under its current name, and the names that it had.
  const zones = [...new Set(names.filter(isZone).map(currentZoneName))]
  walls = zones.flatMap(wallsOf)
  texts = filesOf(walls)
  const spread = isDeep ? walls : walls.filter((_, index) => (index + Math.floor(index / MONTHS.length)) % 3 === 0)
  some = { walls: spread, texts: filesOf(spread) }
}, 600_000)

function filesOf(times: Wall[]): string[] {
  return Array.from({ length: Math.ceil(times.length / IN_A_FILE) }, (_, index) => {
    const entries = times
      .slice(index * IN_A_FILE, (index + 1) * IN_A_FILE)
      .map(({ zone, startsAt, endsAt }, at) =>
        givenEntry({ uid: `event-${at}`, description: '', categories: [], when: { startsAt, endsAt, zone } }),
      )
    return writeCalendar({ name: 'Zones', sourceUrl: null, entries }, 'plenary.example')
  })
}

describe('every zone, every month until the end of 2030', () => {
  it('is in the files, mostly on its own clock, and the files are clean', () => {
    expect(new Set(walls.map(({ zone }) => zone)).size).toBeGreaterThan(400)
    for (const text of texts) expect(icalFaults(text)).toEqual([])
    const local = texts.flatMap((text) => text.match(/^DTSTART;TZID=/gm) ?? []).length
    expect(local / walls.length).toBeGreaterThan(0.9)
  })

  it.skipIf(machineZones() === null)('has the offsets of the machine’s zone database', async () => {
    const theirs = await machineMoments(walls.map(({ zone, day, time }) => [zone, `${day}T${time}`]))
    const differing = new Set(
      walls.filter(({ startsAt }, index) => theirs[index] !== inSeconds(startsAt)).map(({ zone }) => zone),
    )
    // An older release than ours may know less; it is told what.
    if (differing.size > 0)
      console.info(`${machineZones()} here, ${zoneData().version} in use; they differ in ${[...differing].join(', ')}`)
    if (machineZones() === zoneData().version) expect([...differing]).toEqual([])
    const zones = new Set(walls.map(({ zone }) => zone)).size
    expect(differing.size / zones).toBeLessThanOrEqual(0.05)
  })

  it.skipIf(machineZones() === null)('has every name that a zone ever had', async () => {
    const names = await machineZoneNames()
    expect(names.filter((name) => !isZone(name)).filter((name) => !['Factory', 'localtime'].includes(name))).toEqual([])
    const [day, time] = ['2027-07-15', '09:00']
    const theirs = await machineMoments(names.map((name) => [name, `${day}T${time}`]))
    const differing = names.filter(
      (name, index) => isZone(name) && theirs[index] !== inSeconds(instantOf(day, time, currentZoneName(name))),
    )
    if (machineZones() === zoneData().version) expect(differing).toEqual([])
    expect(differing.length / names.length).toBeLessThanOrEqual(0.05)
  })

  // icalendar looks zones up by name and says nothing about ours; its turn comes in the deep run.
  const asked = JUDGES.filter((judge) => isDeep || judge !== 'icalendar')
  for (const judge of asked)
    it.skipIf(!judgesHere().includes(judge))(`is read rightly by ${judge}`, { timeout: 600_000 }, async () => {
      const given = judge === 'ical.js' ? { walls, texts } : some
      const readings = await readBy(judge, given.texts)
      const read = readings.flatMap<Error | ReadEvent>((reading) =>
        reading instanceof Error ? reading : reading.events,
      )
      expect(read).toHaveLength(given.walls.length)
      const wrong = read.flatMap((event, index) => {
        if (event instanceof Error) return [event.message]
        const { startsAt, endsAt, zone } = given.walls[index]!
        const isRight = event.start === inSeconds(startsAt) && event.end === inSeconds(endsAt)
        return isRight ? [] : [`${zone}: ${event.start} to ${event.end} for ${startsAt} to ${endsAt}`]
      })
      expect(wrong).toEqual([])
    })
})

function two(number: number): string {
  return String(number).padStart(2, '0')
}

function inSeconds(instant: Instant): string {
  return instant.replace('.000', '')
}
