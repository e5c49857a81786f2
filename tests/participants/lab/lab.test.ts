import type { Kysely } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { givenParticipants, givenTrack } from '#tests/participants/given-participants.ts'
import { NOW, testServices } from '#tests/support/app.ts'
import { givenAccount, givenEvent } from '#tests/support/given.ts'
import { assignEverybody } from '#app/participants/lab/assign-everybody.server.ts'
import { assignSeat } from '#app/participants/lab/assign-seat.server.ts'
import { clearSeats } from '#app/participants/lab/clear-seats.server.ts'
import { readLab } from '#app/participants/lab/lab-queries.server.ts'
import { makeSeats } from '#app/participants/lab/make-seats.server.ts'
import { provisioning } from '#app/participants/lab/provisioning.ts'
import { removeSeat } from '#app/participants/lab/remove-seat.server.ts'
import { saveSeat } from '#app/participants/lab/save-seat.server.ts'
import { dealOut, setGroups } from '#app/participants/lab/set-groups.server.ts'
import type { Database } from '#db/schema.ts'

let services: Awaited<ReturnType<typeof testServices>>
let db: Kysely<Database>

beforeEach(async () => {
  services = await testServices()
  db = services.db
})

afterEach(() => services.close())

const pattern = {
  prefix: 'pc',
  from: 1,
  count: 4,
  columns: 2,
  firstRow: 1,
  machine: '',
  addressRange: '192.0.2.{n}/32',
  zoneName: '',
}

async function givenLab() {
  const event = await givenEvent(db, { tickets: [{ seats: 60 }] })
  const names = ['Ann', 'Ben', 'Cyd', 'Dan', 'Eve']
  const ids = await givenParticipants(
    db,
    event,
    names.map((fullName) => ({ fullName })),
  )
  const { accountId } = await givenAccount(db, 'instructor@plenary.example', [])
  const lab = { eventId: event.id, trackId: '', accountId, now: NOW }
  expect(await makeSeats(db, { ...lab, pattern })).toEqual({ ok: true, value: { made: 4 } })
  return { lab, event, ids }
}

async function plan(lab: { eventId: string; trackId: string }) {
  const { seats, unseated } = await readLab(db, lab)
  return {
    seats: Object.fromEntries(seats.map(({ label, person }) => [label, person?.fullName ?? null])),
    unseated: unseated.map(({ fullName }) => fullName),
  }
}

async function seatOf(lab: { eventId: string; trackId: string }, label: string) {
  const { seats } = await readLab(db, lab)
  return seats.find((seat) => seat.label === label)!
}

test('everybody is seated by the list as far as seats go; a second time moves nobody', async () => {
  const { lab } = await givenLab()
  expect(await assignEverybody(db, { ...lab, by: 'list' })).toEqual({ ok: true, value: { seated: 4 } })
  const stands = { seats: { pc1: 'Ann', pc2: 'Ben', pc3: 'Cyd', pc4: 'Dan' }, unseated: ['Eve'] }
  expect(await plan(lab)).toEqual(stands)
  expect(await assignEverybody(db, { ...lab, by: 'list' })).toEqual({ ok: true, value: { seated: 0 } })
  expect(await plan(lab)).toEqual(stands)
})

test('group by group: those of one group sit beside each other', async () => {
  const { lab, ids } = await givenLab()
  const choices = ids.map((registrationId, at) => ({ registrationId, was: '', name: at % 2 === 0 ? 'B' : 'A' }))
  expect(await setGroups(db, { ...lab, choices })).toEqual({ ok: true, value: { changed: 5 } })
  await assignEverybody(db, { ...lab, by: 'group' })
  expect(await plan(lab)).toEqual({ seats: { pc1: 'Ben', pc2: 'Dan', pc3: 'Ann', pc4: 'Cyd' }, unseated: ['Eve'] })
})

test('two people change places, and who comes from nowhere takes the place', async () => {
  const { lab, ids } = await givenLab()
  await assignEverybody(db, { ...lab, by: 'list' })
  const { id: seatId } = await seatOf(lab, 'pc1')
  expect(await assignSeat(db, { ...lab, seatId, registrationId: ids[2]!, was: ids[0]! })).toMatchObject({ ok: true })
  expect((await plan(lab)).seats).toEqual({ pc1: 'Cyd', pc2: 'Ben', pc3: 'Ann', pc4: 'Dan' })
  expect(await assignSeat(db, { ...lab, seatId, registrationId: ids[4]!, was: ids[2]! })).toMatchObject({ ok: true })
  expect(await plan(lab)).toEqual({ seats: { pc1: 'Eve', pc2: 'Ben', pc3: 'Ann', pc4: 'Dan' }, unseated: ['Cyd'] })
  expect(await assignSeat(db, { ...lab, seatId, registrationId: null, was: ids[4]! })).toMatchObject({ ok: true })
  expect((await plan(lab)).seats.pc1).toBeNull()
})

test('a seat that somebody else changed meanwhile is not overwritten', async () => {
  const { lab, ids } = await givenLab()
  const { id: seatId, version, ...facts } = await seatOf(lab, 'pc1')
  await assignSeat(db, { ...lab, seatId, registrationId: ids[0]!, was: null })
  expect(await assignSeat(db, { ...lab, seatId, registrationId: ids[1]!, was: null })).toMatchObject({
    refusals: [{ code: 'stale' }],
  })
  const { heldBy: _heldBy, person: _person, ...typed } = facts
  expect(await saveSeat(db, { ...lab, seatId, version, typed: { ...typed, machine: 'vm1' } })).toMatchObject({
    ok: true,
  })
  expect(await saveSeat(db, { ...lab, seatId, version, typed: { ...typed, machine: 'vm2' } })).toMatchObject({
    refusals: [{ code: 'stale' }],
  })
  const taken = await saveSeat(db, { ...lab, seatId, version: version + 1, typed: { ...typed, label: 'PC2' } })
  expect(taken).toMatchObject({ refusals: [{ code: 'seat-label-taken', field: 'label' }] })
  const beside = await saveSeat(db, { ...lab, seatId, version: version + 1, typed: { ...typed, gridColumn: 2 } })
  expect(beside).toMatchObject({ refusals: [{ code: 'seat-place-of', details: { label: 'pc2' } }] })
})

test('two people who take the same free seat at once: one gets it', async () => {
  const { lab, ids } = await givenLab()
  const { id: seatId } = await seatOf(lab, 'pc1')
  const done = await Promise.all(
    ids.slice(0, 3).map((registrationId) => assignSeat(db, { ...lab, seatId, registrationId, was: null })),
  )
  expect(done.filter(({ ok }) => ok)).toHaveLength(1)
})

test('a registration that ended frees its seat, and the next one takes it', async () => {
  const { lab, ids } = await givenLab()
  await assignEverybody(db, { ...lab, by: 'list' })
  await db
    .updateTable('registrations')
    .set({ state: 'cancelled', activeKey: null, endedAt: NOW })
    .where('id', '=', ids[1]!)
    .execute()
  expect((await plan(lab)).seats.pc2).toBeNull()
  expect(await assignEverybody(db, { ...lab, by: 'list' })).toEqual({ ok: true, value: { seated: 1 } })
  expect(await plan(lab)).toEqual({ seats: { pc1: 'Ann', pc2: 'Eve', pc3: 'Cyd', pc4: 'Dan' }, unseated: [] })
  const { id: seatId } = await seatOf(lab, 'pc3')
  expect(await assignSeat(db, { ...lab, seatId, registrationId: ids[1]!, was: ids[2]! })).toMatchObject({
    refusals: [{ code: 'seat-nobody' }],
  })
})

test('seats that are there already are not made twice, and not one of a pattern that fails', async () => {
  const { lab } = await givenLab()
  expect(await makeSeats(db, { ...lab, pattern: { ...pattern, firstRow: 3 } })).toMatchObject({
    refusals: [{ code: 'seat-label-taken', details: { label: 'pc1' } }],
  })
  expect(await makeSeats(db, { ...lab, pattern: { ...pattern, from: 5 } })).toMatchObject({
    refusals: [{ code: 'seat-place-taken', field: 'firstRow', details: { row: 3 } }],
  })
  expect((await readLab(db, lab)).seats).toHaveLength(4)
})

test('groups: dealt out anew, changed by hand, and never over what somebody else did', async () => {
  const { lab, ids } = await givenLab()
  expect(await dealOut(db, { ...lab, count: 2, by: 'list' })).toEqual({ ok: true, value: { dealt: 5 } })
  const groups = async () => (await readLab(db, lab)).people.map(({ group }) => group ?? '-').join('')
  expect(await groups()).toBe('ABABA')
  const [first, second] = ids as [string, string]
  expect(
    await setGroups(db, {
      ...lab,
      choices: [
        { registrationId: first, was: 'A', name: 'C' },
        { registrationId: second, was: 'B', name: '' },
      ],
    }),
  ).toEqual({ ok: true, value: { changed: 2 } })
  expect(await groups()).toBe('C-ABA')
  expect(await setGroups(db, { ...lab, choices: [{ registrationId: first, was: 'A', name: 'B' }] })).toMatchObject({
    refusals: [{ code: 'stale' }],
  })
  expect(await dealOut(db, { ...lab, count: 3, by: 'list' })).toMatchObject({ ok: true })
  expect(await groups()).toBe('ABCAB')
})

test('provisioning names seats and never people; clearing and removing leave the rest', async () => {
  const { lab } = await givenLab()
  await assignEverybody(db, { ...lab, by: 'list' })
  const seats = provisioning(await readLab(db, lab))
  expect(seats[0]).toEqual({
    label: 'pc1',
    login: 'pc1',
    machine: '',
    address_range: '192.0.2.1/32',
    zone_name: '',
    row: 1,
    column: 1,
    group: '',
    taken: true,
  })
  expect(JSON.stringify(seats)).not.toMatch(/Ann|Ben/)
  const { id: seatId } = await seatOf(lab, 'pc4')
  expect(await removeSeat(db, { ...lab, seatId })).toMatchObject({ ok: true })
  expect(await removeSeat(db, { ...lab, seatId })).toMatchObject({ refusals: [{ code: 'gone' }] })
  expect(await clearSeats(db, lab)).toEqual({ ok: true, value: { freed: 3 } })
  expect(await plan(lab)).toMatchObject({ seats: { pc1: null, pc2: null, pc3: null } })
})

test('who moved here from another lab leaves a free seat there: nobody of this one is put into it', async () => {
  const { lab, ids, event } = await givenLab()
  const trackId = await givenTrack(db, event.id, 'B')
  const other = { ...lab, trackId }
  await makeSeats(db, { ...other, pattern })
  await assignEverybody(db, { ...lab, by: 'list' })
  const { id: there } = await seatOf(other, 'pc1')
  const { id: seatId } = await seatOf(lab, 'pc1')
  await db.updateTable('labSeats').set({ registrationId: ids[4]! }).where('id', '=', there).execute()
  expect(await assignSeat(db, { ...lab, seatId, registrationId: ids[4]!, was: ids[0]! })).toMatchObject({ ok: true })
  expect((await plan(lab)).seats.pc1).toBe('Eve')
  expect((await plan(lab)).unseated).toEqual(['Ann'])
  expect(await seatOf(other, 'pc1')).toMatchObject({ heldBy: null })
})
