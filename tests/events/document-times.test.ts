import { afterEach, beforeEach, expect, test } from 'vitest'
import { minimal } from './event-documents.ts'
import { listEventIds, readDocuments } from '#app/events/document/read-documents.server.ts'
import { importEvents } from '#app/events/import-events.server.ts'
import { NOW, testServices } from '#tests/support/app.ts'

let run: Awaited<ReturnType<typeof testServices>>
beforeEach(async () => {
  run = await testServices()
})
afterEach(() => run.close())

const take = (document: unknown) =>
  importEvents(run.db, { documents: [document], now: NOW, actor: { kind: 'operator' } })

const NIGHT = {
  startsOn: '2027-10-31',
  endsOn: '2027-10-31',
  startsTime: '02:30',
  endsTime: '05:00',
  zone: 'Europe/Berlin',
}

const lab = (times: { startsTime: string; endsTime: string; heldOn?: string; startsLater?: boolean }) => ({
  kind: 'lab' as const,
  title: 'Lab',
  heldOn: '2027-10-31',
  ...times,
})

test('the second of two hours is told, stored and told again; without a word it is the first', async () => {
  const sessions = [lab({ startsTime: '02:30', endsTime: '04:00', startsLater: true })]
  expect(await take(minimal({ dates: { ...NIGHT, startsLater: true }, sessions }))).toMatchObject({ ok: true })
  const second = '2027-10-31T01:30:00.000Z'
  for (const table of ['events', 'sessions'] as const)
    expect(await run.db.selectFrom(table).select(['startsAt', 'startsLater', 'endsLater']).execute()).toEqual([
      { startsAt: second, startsLater: 1, endsLater: 0 },
    ])
  const [document] = await readDocuments(run.db, { eventIds: await listEventIds(run.db), isPrivate: true })
  expect(document).toMatchObject({ dates: { startsLater: true, endsLater: false }, sessions: [{ startsLater: true }] })
  expect(await take(document)).toMatchObject({ value: { unchanged: ['minimal'] } })

  expect(await take(minimal({ dates: NIGHT, sessions }))).toMatchObject({ value: { updated: ['minimal'] } })
  const row = await run.db.selectFrom('events').select('startsAt').executeTakeFirstOrThrow()
  expect(row.startsAt).toBe('2027-10-31T00:30:00.000Z')
})

test('a time that the clocks jump over is refused, with its place and the first that exists', async () => {
  const dates = { ...NIGHT, startsOn: '2027-03-28', endsOn: '2027-03-28' }
  const sessions = [lab({ heldOn: '2027-03-28', startsTime: '01:00', endsTime: '02:15' })]
  const refused = JSON.stringify(await take(minimal({ dates, sessions })))
  expect(refused).toContain('dates.startsTime')
  expect(refused).toContain('does not exist on 2027-03-28: the clocks jump over it, to 03:00')
  expect(refused).toContain('sessions[0].endsTime')
})

test('an old name of a zone becomes its current one', async () => {
  const dates = { startsOn: '2027-06-14', endsOn: '2027-06-14', zone: 'Asia/Calcutta' }
  expect(await take(minimal({ dates }))).toMatchObject({ ok: true })
  const row = await run.db.selectFrom('events').select('zone').executeTakeFirstOrThrow()
  expect(row.zone).toBe('Asia/Kolkata')
  expect(await take(minimal({ dates: { ...dates, zone: 'Asia/Kolkata' } }))).toMatchObject({
    value: { unchanged: ['minimal'] },
  })
})
