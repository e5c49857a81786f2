import { expect, test } from 'vitest'
import { chooseHighlights } from '#app/events/choose-highlights.ts'

const session = (kind: string, title: string, startsAt: string) => ({ kind, title, startsAt })

test('what stands once for each track and every day is one, and never before a plenary', () => {
  const programme = [
    session('other', 'Registration', '2027-06-13T12:00:00.000Z'),
    ...['14', '15'].flatMap((day) => [
      ...Array.from({ length: 5 }, () => session('other', 'Sign-in and questions', `2027-06-${day}T06:30:00.000Z`)),
      ...[1, 2, 3].map((track) => session('lab', `Lab of track ${track}`, `2027-06-${day}T07:00:00.000Z`)),
    ]),
    session('plenary', 'Certificates', '2027-06-19T09:00:00.000Z'),
  ]
  expect(chooseHighlights(programme).map(({ title }) => title)).toEqual([
    'Registration',
    'Sign-in and questions',
    'Lab of track 1',
    'Lab of track 2',
    'Lab of track 3',
    'Certificates',
  ])
})

test('of a long programme six: first what all come to, in order of time', () => {
  const programme = Array.from({ length: 20 }, (_, at) =>
    session(
      at % 4 === 3 ? 'plenary' : 'talk',
      `Session ${at}`,
      `2027-06-${String(at + 1).padStart(2, '0')}T06:00:00.000Z`,
    ),
  )
  expect(chooseHighlights(programme).map(({ title }) => title)).toEqual(
    [0, 3, 7, 11, 15, 19].map((at) => `Session ${at}`),
  )
  expect(chooseHighlights([])).toEqual([])
})
