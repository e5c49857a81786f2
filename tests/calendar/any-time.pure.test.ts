import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { writeCalendar } from '#app/calendar/write-calendar.ts'
import { addMinutes, type Instant, toInstant } from '#app/values/moment.ts'
import { CURRENT_ZONES } from '#app/values/zones/zone-names.ts'
import { zoneData } from '#app/values/zones/zone-registry.ts'
import { givenEntry } from '#tests/support/calendar-entry.ts'
import { expectAgreementOn } from '#tests/support/judges/expect-agreement.ts'

const RUNS = process.env.PLENARY_TEST_DEEP ? 10_000 : 600
const IN_A_FILE = 500
/** The others have their turn in the deep run, and in the test of all zones. */
const ZONES = CURRENT_ZONES.filter((_, index) => process.env.PLENARY_TEST_DEEP || index % 4 === 0)
const MINUTE = 60_000
const HOUR = 60 * MINUTE

/** A few hours before or after clocks were or will be moved, to the minute. */
const nearMove = fc.constantFrom(...ZONES).chain((zone) => {
  const moves = zoneData()
    .transitions(zone)!
    .filter(({ at }) => at > 0)
  const at = moves.length > 0 ? fc.constantFrom(...moves).map((move) => move.at * 1000) : fc.constant(Date.UTC(2027))
  return fc.tuple(at, fc.integer({ min: -240, max: 240 })).map(([move, minutes]) => ({
    zone,
    startsAt: toInstant(Math.floor(move / MINUTE) * MINUTE + minutes * MINUTE),
  }))
})

const anywhere = fc
  .tuple(fc.constantFrom(...ZONES), fc.integer({ min: 0, max: 24 * 366 * 80 }), fc.constantFrom(0, 15, 30, 59))
  .map(([zone, hours, minutes]) => ({ zone, startsAt: toInstant(hours * HOUR + minutes * MINUTE) }))

const anyTime = fc
  .tuple(fc.oneof(nearMove, anywhere), fc.integer({ min: 1, max: 24 * 60 }))
  .map(([{ zone, startsAt }, minutes]) => ({ zone, startsAt, endsAt: addMinutes(startsAt, minutes) }))

function fileOf(times: { zone: string; startsAt: Instant; endsAt: Instant }[]): string {
  const entries = times.map((when, index) => givenEntry({ uid: `event-${index}`, when }))
  return writeCalendar({ name: 'Times', sourceUrl: null, entries }, 'plenary.example')
}

describe('any times in any zones', () => {
  it('are read as they are by every judge, beside the moves of clocks too', { timeout: 600_000 }, async () => {
    const times = fc
      .sample(anyTime, { seed: 20270328, numRuns: RUNS })
      // Few zones in each file: that is what takes the judges' time.
      .toSorted((one, other) => one.zone.localeCompare(other.zone))
    const files = Array.from({ length: Math.ceil(RUNS / IN_A_FILE) }, (_, index) =>
      fileOf(times.slice(index * IN_A_FILE, (index + 1) * IN_A_FILE)),
    )
    const events = (await expectAgreementOn(files)).flatMap((reading) => reading.events)
    const read = events.map(({ start, end }, index) => ({ zone: times[index]!.zone, start, end }))
    expect(read).toEqual(
      times.map(({ zone, startsAt, endsAt }) => ({ zone, start: seconds(startsAt), end: seconds(endsAt) })),
    )
  })
})

function seconds(instant: Instant): string {
  return instant.replace('.000', '')
}
