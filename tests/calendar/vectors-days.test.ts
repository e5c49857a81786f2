import type { Kysely } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
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

test('A.7 #25: a whole day ends where the next one begins, in no zone', async () => {
  const { body, events } = await readAgreed(db, [await givenAt(db, 'Asia/Tokyo', ['2027-02-01'], ['2027-02-01'])])
  expect([...linesOf(body, 'DTSTART'), ...linesOf(body, 'DTEND')]).toEqual([
    'DTSTART;VALUE=DATE:20270201',
    'DTEND;VALUE=DATE:20270202',
  ])
  expect(body).not.toContain('TZID')
  expect([events[0]!.start, events[0]!.end]).toEqual(['2027-02-01', '2027-02-02'])
})

test('A.7 #26: five days are five days, in the same bytes wherever the process runs', async () => {
  const days = await givenAt(db, 'Africa/Kigali', ['2027-02-01', '09:00'], ['2027-02-05', '17:00'])
  const hours = await givenAt(db, 'Africa/Kigali', ['2027-02-01', '09:00'], ['2027-02-01', '17:00'])
  const bodies = new Set<string>()
  for (const zone of ['America/Los_Angeles', 'UTC', 'Pacific/Apia'])
    await inProcessZone(zone, async () => {
      const { body, events } = await readAgreed(db, [days, hours])
      expect([events[0]!.start, events[0]!.end]).toEqual(['2027-02-01', '2027-02-06'])
      expect([events[1]!.start, events[1]!.end]).toEqual(['2027-02-01T07:00:00Z', '2027-02-01T15:00:00Z'])
      bodies.add(body)
    })
  expect(bodies.size).toBe(1)
  expect([...bodies][0]).toContain('DTEND;VALUE=DATE:20270206\r\n')
})

test('A.7 #28: what has no end is given one: an hour, or the day', async () => {
  const hours = await givenAt(db, 'Africa/Kigali', ['2027-02-01', '09:00'], ['2027-02-01'])
  const day = await givenAt(db, 'Africa/Kigali', ['2027-02-01'], ['2027-02-01'])
  const { body, events } = await readAgreed(db, [hours, day])
  expect(linesOf(body, 'DTEND')).toEqual(['DTEND;TZID=Africa/Kigali:20270201T100000', 'DTEND;VALUE=DATE:20270202'])
  expect(events.map(({ start, end }) => [start, end])).toEqual([
    ['2027-02-01T07:00:00Z', '2027-02-01T08:00:00Z'],
    ['2027-02-01', '2027-02-02'],
  ])
})

async function inProcessZone(zone: string, work: () => Promise<void>): Promise<void> {
  const before = process.env.TZ
  process.env.TZ = zone
  try {
    await work()
  } finally {
    if (before === undefined) delete process.env.TZ
    else process.env.TZ = before
  }
}
