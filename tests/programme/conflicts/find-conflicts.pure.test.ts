import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Conflict, findConflicts, type PlannedSession } from '#app/programme/conflicts/find-conflicts.ts'
import { isAtOnce } from '#app/programme/conflicts/overlaps.ts'
import { fold } from '#app/values/text.ts'

const SETTING = { firstOn: '2027-06-14', lastOn: '2027-06-18', rooms: [{ name: 'Hall A', seats: 100 }] }

const at = (hour: number) => `2027-06-14T${String(hour).padStart(2, '0')}:00:00.000Z`

function session(id: string, from: number, to: number, more: Partial<PlannedSession> = {}): PlannedSession {
  const own = { kind: 'talk', heldOn: '2027-06-14', room: null, trackId: null, capacity: null, people: [] }
  return { id, startsAt: at(from), endsAt: at(to), ...own, ...more }
}

const person = (fullName: string, email: string | null = null) => ({ fullName, email })
const found = (...sessions: PlannedSession[]) => findConflicts(sessions, SETTING)

test('a room that is taken twice, whatever its letters; one after the other is fine', () => {
  expect(found(session('a', 9, 10, { room: 'Hall A' }), session('b', 10, 11, { room: 'Hall A' }))).toEqual([])
  expect(found(session('a', 9, 11, { room: 'Hall A' }), session('b', 10, 11, { room: 'HALL A' }))).toEqual([
    { is: 'room', sessions: ['a', 'b'], what: 'HALL A' },
  ])
})

test('a person in two places, by name without accents or by address; once, though both are the same', () => {
  const [one, other] = [person('Þóra Dæmisdóttir', 'T@example.org'), person('THORA DAEMISDOTTIR', 't@example.org')]
  expect(found(session('a', 9, 11, { people: [one] }), session('b', 10, 12, { people: [other] }))).toEqual([
    { is: 'person', sessions: ['a', 'b'], what: 'THORA DAEMISDOTTIR' },
  ])
  const byAddress = found(
    session('a', 9, 11, { people: [person('T. D.', 't@example.org')] }),
    session('b', 10, 12, { people: [other] }),
  )
  expect(byAddress).toMatchObject([{ is: 'person' }])
  expect(found(session('a', 9, 10, { people: [one, other] }), session('b', 9, 10))).toEqual([])
})

test('a track in two rooms, a break for everybody, days outside, and a room that is too small', () => {
  expect(
    found(session('a', 9, 10, { trackId: 't', room: 'A' }), session('b', 9, 10, { trackId: 't', room: 'B' })),
  ).toEqual([{ is: 'track', sessions: ['a', 'b'], what: 't' }])
  const pause = session('pause', 10, 11, { kind: 'break' })
  expect(found(session('a', 9, 12), pause)).toEqual([{ is: 'break', sessions: ['a', 'pause'] }])
  expect(found(session('a', 9, 12), { ...pause, trackId: 't' })).toEqual([])
  expect(found(session('a', 9, 10), pause, session('b', 11, 12))).toEqual([])
  expect(found(session('a', 9, 10, { heldOn: '2027-06-13' }))).toEqual([{ is: 'outside', sessions: ['a'] }])
  expect(found(session('a', 9, 10, { room: 'hall a', capacity: 101 }))).toEqual([
    { is: 'size', sessions: ['a'], capacity: 101, seats: 100 },
  ])
  expect(found(session('a', 9, 10, { room: 'Hall A', capacity: 100 }))).toEqual([])
})

const anySessions = fc
  .array(
    fc.record({
      from: fc.integer({ min: 8, max: 18 }),
      length: fc.integer({ min: 0, max: 4 }),
      kind: fc.constantFrom('talk', 'break', 'lab'),
      heldOn: fc.constantFrom('2027-06-13', '2027-06-14'),
      room: fc.constantFrom(null, 'Hall A', 'hall a', 'Lab 2'),
      trackId: fc.constantFrom(null, 'T1', 'T2'),
      capacity: fc.constantFrom(null, 90, 110),
      people: fc.array(
        fc.record({ fullName: fc.constantFrom('Ng', 'ng', 'Ana'), email: fc.constantFrom(null, 'n@example.org') }),
        { maxLength: 3 },
      ),
    }),
    { maxLength: 14 },
  )
  .map((all) => all.map(({ from, length, ...more }, place) => session(`s${place}`, from, from + length, more)))

/** The same by looking at every pair, without any order. */
function bruteForce(sessions: PlannedSession[]): Set<string> {
  const said = new Set<string>()
  const tell = (is: string, ...ids: string[]) => said.add([is, ...ids.toSorted()].join(' '))
  for (const one of sessions) {
    if (one.heldOn < SETTING.firstOn || one.heldOn > SETTING.lastOn) tell('outside', one.id)
    if (one.room && fold(one.room) === 'hall a' && (one.capacity ?? 0) > 100) tell('size', one.id)
    for (const other of sessions) {
      if (one === other || !isAtOnce(one, other)) continue
      const isRoom = one.room && other.room && fold(one.room) === fold(other.room)
      if (isRoom) tell('room', one.id, other.id)
      if (one.trackId && one.trackId === other.trackId && one.room && other.room && !isRoom)
        tell('track', one.id, other.id)
      const isSame = one.people.some((person) =>
        other.people.some(
          (another) =>
            fold(person.fullName) === fold(another.fullName) ||
            (person.email !== null && person.email === another.email),
        ),
      )
      if (isSame) tell('person', one.id, other.id)
      if (one.kind !== 'break' && other.kind === 'break' && other.trackId === null) tell('break', one.id, other.id)
    }
  }
  return said
}

const named = (conflicts: Conflict[]) =>
  new Set(conflicts.map(({ is, sessions }) => [is, ...[...sessions].toSorted()].join(' ')))

test('it finds what looking at every pair finds, in whatever order they come', () => {
  fc.assert(
    fc.property(anySessions, (sessions) => {
      expect(named(findConflicts(sessions, SETTING))).toEqual(bruteForce(sessions))
      expect(named(findConflicts(sessions.toReversed(), SETTING))).toEqual(bruteForce(sessions))
    }),
  )
})

test('four hundred sessions take a moment, and of ten thousand at once only the first are told', () => {
  const many = (size: number) =>
    Array.from({ length: size }, (_, place) =>
      session(`s${String(place).padStart(5, '0')}`, 8 + (place % 10), 9 + (place % 10), {
        heldOn: `2027-06-${14 + (place % 5)}`,
        startsAt: `2027-06-${14 + (place % 5)}T${String(8 + (place % 10)).padStart(2, '0')}:00:00.000Z`,
        endsAt: `2027-06-${14 + (place % 5)}T${String(8 + (place % 10)).padStart(2, '0')}:50:00.000Z`,
        room: `Room ${place % 40}`,
        trackId: `T${place % 40}`,
        people: [person(`Person ${place}`, `p${place}@example.org`), person(`Chair ${place % 200}`)],
      }),
    )
  const timed = (size: number) => {
    const sessions = many(size)
    const before = performance.now()
    findConflicts(sessions, SETTING)
    return performance.now() - before
  }
  timed(400)
  expect(timed(400)).toBeLessThan(60)
  const atOnce = Array.from({ length: 10_000 }, (_, place) => session(`s${place}`, 9, 10, { room: 'Hall A' }))
  expect(findConflicts(atOnce, SETTING)).toHaveLength(500)
})
