import { expect, test } from 'vitest'
import { givenParticipants } from './given-participants.ts'
import { readCsv } from './read-csv.ts'
import { participantsFile } from '#app/participants/participants-file.server.ts'
import { testServices } from '#tests/support/app.ts'
import { givenEvent } from '#tests/support/given.ts'

const WRITING = {
  fields: ['fullName' as const],
  questions: [],
  head: ['Name'],
  separator: ',',
  hasMark: false,
  write: ({ fullName }: { fullName: string }) => ({ fields: { fullName }, answers: {} }),
}

test('a list of more than two pieces is complete, in order, nobody twice, though many share a name', async () => {
  const { db, close } = await testServices()
  const event = await givenEvent(db, { tickets: [{}] })
  const names = Array.from({ length: 2100 }, (_, at) =>
    at % 3 === 0 ? 'Same Name' : `Person ${String(at).padStart(4, '0')}`,
  )
  await givenParticipants(
    db,
    event,
    names.map((fullName) => ({ fullName })),
  )
  const filter = { eventId: event.id, trackIds: 'all' as const }
  const pieces: string[] = []
  for await (const piece of participantsFile(db, { filter, ...WRITING })) pieces.push(piece)
  expect(pieces).toHaveLength(4)
  const [head, ...rows] = readCsv(pieces.join(''))
  expect(head).toEqual(['Name'])
  expect(rows.map(([name]) => name)).toEqual(names.toSorted())
  await close()
}, 120_000)

test('somebody who leaves while the file is written is no reason to break off', async () => {
  const { db, close } = await testServices()
  const event = await givenEvent(db, { tickets: [{}] })
  const [first] = await givenParticipants(db, event, [{ fullName: 'A' }, { fullName: 'B' }])
  const filter = { eventId: event.id, trackIds: 'all' as const }
  const pieces: string[] = []
  for await (const piece of participantsFile(db, { filter, ...WRITING })) {
    if (pieces.length === 0)
      await db.updateTable('registrations').set({ state: 'cancelled' }).where('id', '=', first!).execute()
    pieces.push(piece)
  }
  expect(readCsv(pieces.join(''))).toEqual([['Name'], ['B']])
  await close()
})

test('a list that came out short breaks off at its end instead of looking whole', async () => {
  const { db, close } = await testServices()
  const event = await givenEvent(db, { tickets: [{}] })
  const names = Array.from({ length: 1002 }, (_, at) => `Person ${String(at).padStart(4, '0')}`)
  await givenParticipants(
    db,
    event,
    names.map((fullName) => ({ fullName })),
  )
  const filter = { eventId: event.id, trackIds: 'all' as const }
  let pieces = 0
  const read = async () => {
    for await (const _piece of participantsFile(db, { filter, ...WRITING })) {
      // Somebody’s name is corrected, so that they move from the part to come into the part that was written.
      if (++pieces === 2)
        await db.updateTable('people').set({ sortKey: 'a' }).where('fullName', '=', 'Person 1001').execute()
    }
  }
  await expect(read()).rejects.toThrow('short of 1 rows')
  await close()
}, 60_000)
