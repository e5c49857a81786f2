import { expect, test } from 'vitest'
import { givenPerson } from './given-list.ts'
import { ROSTER } from '#tests/participants/given-participants.ts'
import { findPeople } from '#app/attendance/device/find-people.ts'

const PEOPLE = ROSTER.map(({ fullName, ...more }, at) => givenPerson(at, { name: fullName, ...more }))

test.each([
  ['thora', 'Þóra Dæmisdóttir'],
  ['maria mues', 'María de los Ángeles Muestra y Prueba'],
  ['nguyen', 'Nguyễn Thị Mẫu'],
  ['mau nguyen', 'Nguyễn Thị Mẫu'],
  ['rei', '山田 例'],
  ['例', '山田 例'],
  ['نور', 'نور تجريبي'],
  ['ምሳሌ', 'ሙከራ ምሳሌ'],
  ['тест', 'Тест Примеров'],
  ['siobhan', 'O’Test-Case, Siobhán'],
  ['test case', 'O’Test-Case, Siobhán'],
])('%s finds %s', (typed, name) => {
  expect(findPeople(PEOPLE, typed).map((person) => person.name)).toContain(name)
})

test('a code finds its ticket, nothing finds everybody, and a stranger nobody', () => {
  expect(findPeople(PEOPLE, PEOPLE[3]!.code.toLowerCase())).toEqual([PEOPLE[3]])
  expect(findPeople(PEOPLE, '  ')).toEqual(PEOPLE)
  expect(findPeople(PEOPLE, 'zzz')).toEqual([])
})
