import type { Kysely } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { givenAt, linesOf, readAgreed } from './given-at.ts'
import { testServices } from '#tests/support/app.ts'
import type { Database } from '#db/schema.ts'

let run: Awaited<ReturnType<typeof testServices>>
let db: Kysely<Database>

beforeAll(async () => {
  run = await testServices()
  db = run.db
})
afterAll(() => run.close())

type Moment = [day: string, time: string]

/** What all parsers read of an event at these clock times, and the file. */
async function readAt(zone: string, start: Moment, end: Moment, given?: Parameters<typeof givenAt>[4]) {
  const read = await readAgreed(db, [await givenAt(db, zone, start, end, given)])
  const [event, ...others] = read.events
  expect(others).toEqual([])
  return { ...read, times: [event!.start, event!.end] }
}

function zonesIn(text: string): string[] {
  return text.match(/BEGIN:VTIMEZONE\r\n.*?END:VTIMEZONE\r\n/gs) ?? []
}

describe('zones that never move their clocks', () => {
  test('A.7 #1: Kathmandu, three quarters of an hour from the others', async () => {
    const { body, times } = await readAt('Asia/Kathmandu', ['2027-02-01', '09:00'], ['2027-02-01', '17:00'])
    expect(times).toEqual(['2027-02-01T03:15:00Z', '2027-02-01T11:15:00Z'])
    expect(linesOf(body, 'DTSTART').at(-1)).toBe('DTSTART;TZID=Asia/Kathmandu:20270201T090000')
    expect(zonesIn(body)).toEqual([
      [
        'BEGIN:VTIMEZONE', 'TZID:Asia/Kathmandu', 'BEGIN:STANDARD', 'DTSTART:19700101T000000', 'TZOFFSETFROM:+0545',
        'TZOFFSETTO:+0545', 'END:STANDARD', 'END:VTIMEZONE', '',
      ].join('\r\n'),
    ]) // prettier-ignore
  })

  test('A.7 #3: Casablanca, for good on UTC since September 2026', async () => {
    const { times } = await readAt('Africa/Casablanca', ['2026-12-01', '09:00'], ['2026-12-01', '10:00'])
    expect(times).toEqual(['2026-12-01T09:00:00Z', '2026-12-01T10:00:00Z'])
  })

  test('A.7 #4: Casablanca in Ramadan, without daylight time', async () => {
    const { body, times } = await readAt('Africa/Casablanca', ['2027-02-20', '09:00'], ['2027-02-20', '10:00'])
    expect(times).toEqual(['2027-02-20T09:00:00Z', '2027-02-20T10:00:00Z'])
    expect(zonesIn(body)).toHaveLength(1)
    expect(body).not.toContain('DAYLIGHT')
  })

  test('A.7 #23: Nairobi until midnight', async () => {
    const { body, times } = await readAt('Africa/Nairobi', ['2027-01-05', '22:00'], ['2027-01-05', '24:00'])
    expect(linesOf(body, 'DTEND')).toEqual(['DTEND;TZID=Africa/Nairobi:20270106T000000'])
    expect(times).toEqual(['2027-01-05T19:00:00Z', '2027-01-05T21:00:00Z'])
  })
})

describe('zones that move their clocks', () => {
  test('A.7 #6: Berlin, a night of seven hours', async () => {
    const { times } = await readAt('Europe/Berlin', ['2027-03-27', '22:00'], ['2027-03-28', '06:00'])
    expect(times).toEqual(['2027-03-27T21:00:00Z', '2027-03-28T04:00:00Z'])
    expect(Date.parse(times[1]!) - Date.parse(times[0]!)).toBe(7 * 3_600_000)
  })

  test('A.7 #9: Berlin, the hour that comes twice, as the organizer picked it', async () => {
    const end: Moment = ['2027-10-31', '05:00']
    const first = await readAt('Europe/Berlin', ['2027-10-31', '02:30'], end, { startsLater: 0 })
    expect(linesOf(first.body, 'DTSTART')).toEqual(['DTSTART:20271031T003000Z'])
    expect(first.times[0]).toBe('2027-10-31T00:30:00Z')
    const second = await readAt('Europe/Berlin', ['2027-10-31', '02:30'], end, { startsLater: 1 })
    expect(linesOf(second.body, 'DTSTART')).toEqual(['DTSTART:20271031T013000Z'])
    expect(second.times[0]).toBe('2027-10-31T01:30:00Z')
    expect(zonesIn(second.body)).toEqual([])
  })

  test('A.7 #11: Chatham, in its summer and in its winter', async () => {
    const summer = await readAt('Pacific/Chatham', ['2027-01-05', '09:00'], ['2027-01-05', '10:00'])
    const winter = await readAt('Pacific/Chatham', ['2027-07-05', '09:00'], ['2027-07-05', '10:00'])
    expect([summer.times[0], winter.times[0]]).toEqual(['2027-01-04T19:15:00Z', '2027-07-04T20:15:00Z'])
    expect(linesOf(summer.body, 'TZOFFSETTO').toSorted()).toEqual(['TZOFFSETTO:+1245', 'TZOFFSETTO:+1345'])
    expect(zonesIn(summer.body)).toEqual(zonesIn(winter.body))
  })

  test('A.7 #12: Lord Howe, which moves them by half an hour', async () => {
    const { body, times } = await readAt('Australia/Lord_Howe', ['2027-01-05', '09:00'], ['2027-01-05', '10:00'])
    expect(times[0]).toBe('2027-01-04T22:00:00Z')
    expect(linesOf(body, 'TZOFFSETTO').toSorted()).toEqual(['TZOFFSETTO:+1030', 'TZOFFSETTO:+1100'])
  })

  test('A.7 #13: Cairo, whose rule calendars cannot say, in UTC', async () => {
    const morning = await readAt('Africa/Cairo', ['2027-04-30', '09:00'], ['2027-04-30', '10:00'])
    const evening = await readAt('Africa/Cairo', ['2027-04-29', '22:00'], ['2027-04-29', '23:00'])
    expect([morning.times[0], evening.times[0]]).toEqual(['2027-04-30T06:00:00Z', '2027-04-29T20:00:00Z'])
    expect(linesOf(morning.body, 'DTSTART')).toEqual(['DTSTART:20270430T060000Z'])
    expect(zonesIn(morning.body)).toEqual([])
  })

  test('A.7 #15: Vancouver, for good on summer time since 2026', async () => {
    const { times } = await readAt('America/Vancouver', ['2026-12-01', '09:00'], ['2026-12-01', '10:00'])
    expect(times[0]).toBe('2026-12-01T16:00:00Z')
  })

  test('A.7 #18: Dublin, where the zone database calls winter the exception', async () => {
    const { body, times } = await readAt('Europe/Dublin', ['2027-07-01', '09:00'], ['2027-07-01', '10:00'])
    expect(times[0]).toBe('2027-07-01T08:00:00Z')
    expect(body).toMatch(/BEGIN:DAYLIGHT\r\nDTSTART:19700329T010000\r\nTZOFFSETFROM:\+0000\r\nTZOFFSETTO:\+0100\r\n/)
    expect(body).toMatch(/BEGIN:STANDARD\r\nDTSTART:19701025T020000\r\nTZOFFSETFROM:\+0100\r\nTZOFFSETTO:\+0000\r\n/)
  })
})

describe('the names of zones', () => {
  test.each([
    ['Asia/Calcutta', 'Asia/Kolkata', '2027-02-01T03:30:00Z'],
    ['Africa/Addis_Ababa', 'Africa/Addis_Ababa', '2027-02-01T06:00:00Z'],
    ['Europe/Kiev', 'Europe/Kyiv', '2027-02-01T07:00:00Z'],
  ])('A.7 #20: %s is written as %s, in the entry and in its VTIMEZONE', async (stored, current, start) => {
    const { body, times } = await readAt(stored, ['2027-02-01', '09:00'], ['2027-02-01', '10:00'])
    expect(linesOf(body, 'TZID')).toEqual([`TZID:${current}`])
    expect(linesOf(body, 'DTSTART').at(-1)).toBe(`DTSTART;TZID=${current}:20270201T090000`)
    expect(times[0]).toBe(start)
  })

  test('A.7 #20: the old and the new name in one file are one zone', async () => {
    const day: Moment = ['2027-02-01', '09:00']
    const zones = ['Asia/Calcutta', 'Asia/Kolkata', 'Europe/Kyiv', 'Europe/Kiev']
    const events = await Promise.all(zones.map((zone) => givenAt(db, zone, day, ['2027-02-01', '10:00'])))
    const { body } = await readAgreed(db, events)
    expect(linesOf(body, 'TZID')).toEqual(['TZID:Asia/Kolkata', 'TZID:Europe/Kyiv'])
  })

  test('A.7 #21: London in July is London and not GMT', async () => {
    const { body, times } = await readAt('Europe/London', ['2027-07-01', '09:00'], ['2027-07-01', '10:00'])
    expect(linesOf(body, 'TZID')).toEqual(['TZID:Europe/London'])
    expect(times[0]).toBe('2027-07-01T08:00:00Z')
  })

  test.each(['UTC', 'GMT', 'Etc/UTC', 'Etc/GMT-3'])(
    'A.7 #21: %s is never the name of a zone in a file',
    async (zone) => {
      const { body, times } = await readAt(zone, ['2027-07-01', '09:00'], ['2027-07-01', '10:00'])
      expect(body).not.toContain('TZID')
      expect(times[0]).toBe(zone === 'Etc/GMT-3' ? '2027-07-01T06:00:00Z' : '2027-07-01T09:00:00Z')
    },
  )
})
