import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dayGrid, type GridSession } from '#app/programme/conflicts/day-grid.ts'

const one = (id: string, startsTime: string, endsTime: string, room: string | null = 'A'): GridSession => ({
  id,
  startsTime,
  endsTime,
  room,
})

const cellsOf = (sessions: GridSession[], rooms: string[] = ['A', 'B']) =>
  dayGrid(sessions, rooms).rows.map(({ time, cells }) =>
    [
      time,
      ...cells.map(({ room, rows, sessions: held }) => `${room}×${rows}:${held.map(({ id }) => id).join('+')}`),
    ].join(' '),
  )

test('a session spans its hours, what is free can be filled, and rooms stand in their order', () => {
  expect(cellsOf([one('x', '09:00', '10:30'), one('y', '09:00', '10:00', 'B'), one('z', '11:00', '12:00')])).toEqual([
    '09:00 A×2:x B×1:y',
    '10:00 B×3:',
    '10:30 A×1:',
    '11:00 A×1:z',
  ])
})

test('what is at once in a room shares a cell; what has no room stands before all rooms, unknown rooms behind', () => {
  expect(cellsOf([one('x', '09:00', '11:00'), one('y', '10:00', '12:00')], ['A'])).toEqual([
    '09:00 A×3:x+y',
    '10:00',
    '11:00',
  ])
  expect(dayGrid([one('x', '09:00', '10:00', null), one('y', '09:00', '10:00', 'Z')], ['A']).rooms).toEqual([
    null,
    'A',
    'Z',
  ])
  expect(cellsOf([one('x', '23:30', '23:30'), one('y', '09:00', '24:00', 'B')])).toContain('23:30 A×1:x')
})

const time = fc
  .integer({ min: 0, max: 95 })
  .map(
    (quarter) => `${String(Math.floor(quarter / 4)).padStart(2, '0')}:${String((quarter % 4) * 15).padStart(2, '0')}`,
  )

test('every session stands in it once, and every row of it is full', () => {
  const sessions = fc
    .array(fc.tuple(time, time, fc.constantFrom(null, 'A', 'B', 'C')), { minLength: 1, maxLength: 20 })
    .map((all) => all.map(([from, to, room], place) => one(`s${place}`, from, to, room)))
  fc.assert(
    fc.property(sessions, (all) => {
      const grid = dayGrid(all, ['A', 'B'])
      const cells = grid.rows.flatMap((row) => row.cells)
      const held = cells.flatMap((cell) => cell.sessions.map(({ id }) => id))
      expect(held.toSorted()).toEqual(all.map(({ id }) => id).toSorted())
      // As a browser lays it out: each row has a cell of each column, its own or one from above.
      const covered = grid.rows.map(() => 0)
      for (const [at, { cells }] of grid.rows.entries())
        for (const { rows } of cells) for (let row = at; row < at + rows; row++) covered[row]!++
      expect(new Set(covered)).toEqual(new Set([grid.rooms.length]))
    }),
  )
})
