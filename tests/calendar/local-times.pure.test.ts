import { describe, expect, it } from 'vitest'
import { calendarZone } from '#app/calendar/calendar-zone.ts'
import { localTimes } from '#app/calendar/local-times.ts'
import { wallTime, writeZone } from '#app/calendar/write-zone.ts'
import { zoneRule } from '#app/calendar/zone-rule.ts'
import { addMinutes, type Instant } from '#app/values/moment.ts'
import { CURRENT_ZONES } from '#app/values/zones/zone-names.ts'

/** The clock time that is written, or null for UTC. */
function written(zone: string, startsAt: Instant, minutes = 30): string | null {
  const times = localTimes({ startsAt, endsAt: addMinutes(startsAt, minutes) }, zone)
  return times && wallTime(times.start)
}

describe('a clock time', () => {
  it('is written where it is shown once', () => {
    expect(written('Europe/Berlin', '2027-07-01T07:00:00.000Z')).toBe('20270701T090000')
    expect(written('America/St_Johns', '2027-01-01T12:00:00.000Z')).toBe('20270101T083000')
  })

  it.each([
    ['shown twice, the first time', '2027-10-31T00:30:00.000Z'],
    ['shown twice, the second time', '2027-10-31T01:30:00.000Z'],
    ['the last moment before clocks go back', '2027-10-31T00:00:00.000Z'],
    ['the first moment after', '2027-10-31T02:00:00.000Z'],
    ['the first moment after clocks went on', '2027-03-28T01:00:00.000Z'],
  ])('is not written where parsers differ: %s', (_name, startsAt) => {
    expect(written('Europe/Berlin', startsAt)).toBeNull()
  })

  it('is not written when the end is such a time', () => {
    expect(written('Europe/Berlin', '2027-10-30T20:00:00.000Z', 270)).toBeNull()
    expect(written('Europe/Berlin', '2027-10-30T20:00:00.000Z', 600)).toBe('20271030T220000')
  })

  it('is not written for a year that had other rules than today’s', () => {
    // Until 2006 clocks in New York went on in April.
    expect(written('America/New_York', '2006-03-20T15:00:00.000Z')).toBeNull()
    expect(written('America/New_York', '2007-03-20T15:00:00.000Z')).toBe('20070320T110000')
    expect(written('Africa/Casablanca', '2025-06-02T08:00:00.000Z')).toBeNull()
  })

  it('is not written before the rules begin nor after the data ends', () => {
    expect(written('Asia/Tokyo', '1970-06-01T00:00:00.000Z')).toBeNull()
    expect(written('Asia/Tokyo', '1971-06-01T00:00:00.000Z')).not.toBeNull()
    expect(written('Asia/Tokyo', '2037-06-01T00:00:00.000Z')).not.toBeNull()
    expect(written('Asia/Tokyo', '2038-06-01T00:00:00.000Z')).toBeNull()
  })
})

describe('the rule of a zone', () => {
  it.each(['UTC', 'GMT', 'Etc/GMT+3', 'Nowhere/Land', 'Europe/Ber\r\nlin', '+02:00', ''])('%j has none', (zone) => {
    expect(calendarZone(zone)).toBeNull()
    expect(() => writeZone(zone)).toThrow(RangeError)
  })

  it('is there for nearly all, and not for those that keep another', () => {
    const places = CURRENT_ZONES.filter((zone) => zone.includes('/') && !zone.startsWith('Etc/'))
    const without = places.filter((zone) => calendarZone(zone) === null)
    expect(without).toEqual(expect.arrayContaining(['Africa/Cairo', 'America/Santiago', 'Asia/Jerusalem']))
    expect(without.length / places.length).toBeLessThan(0.03)
  })

  it('tells the last Sunday from the fourth, and the second from the eighth day', () => {
    expect(calendarZone('Europe/Berlin')!.rule.daylight!.ends).toEqual({
      month: 10,
      weekday: 0,
      nth: -1,
      seconds: 10_800,
    })
    expect(calendarZone('America/New_York')!.rule.daylight!.starts).toMatchObject({ month: 3, nth: 2 })
  })

  it('needs two moves every year, between the same two offsets', () => {
    const moves = (year: number) => [
      { at: Date.UTC(year, 2, 31, 1) / 1000, offset: 7200 },
      { at: Date.UTC(year, 9, 31, 1) / 1000, offset: 3600 },
    ]
    const years = Array.from({ length: 10 }, (_, index) => 2028 + index)
    const first = { at: -Infinity, offset: 3600 }
    // By days of the month, not of the week.
    expect(zoneRule([first, ...years.flatMap(moves)])).toBeNull()
    // Once for good, but after the years that are looked at begin.
    expect(zoneRule([first, ...moves(2030).slice(0, 1)])).toBeNull()
    expect(zoneRule([first, { at: Date.UTC(2026, 0) / 1000, offset: 7200 }])).toEqual({
      standard: 7200,
      daylight: null,
    })
  })
})
