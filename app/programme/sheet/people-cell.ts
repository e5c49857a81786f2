import { roles } from './words.ts'
import type { SheetPerson } from '../import/import-plan.ts'
import type { SheetProblem } from '../import/import-problem.ts'
import type { Translate } from '#app/locales/translate.ts'
import { cleanLine } from '#app/values/text.ts'

const LONGEST = 200
const MOST = 40

/** What parts people and names from what stands in brackets; in a name it has a backslash in front. */
const SPECIAL = /[\\;؛()]/g

/** `Chair: Ngozi Muster (Example University); Speaker: Contohwati`. */
export function writePeople(people: SheetPerson[], t: Translate): string {
  const plain = (text: string) => text.replace(SPECIAL, '\\$&')
  return people
    .map(({ role, fullName, affiliation }) => {
      const named = `${roles.write(role, t)}: ${plain(fullName)}`
      return affiliation === null ? named : `${named} (${plain(affiliation)})`
    })
    .join('; ')
}

/** The people of a cell, in its order; who has no role in front speaks. */
export function readPeople(
  cell: string,
): SheetPerson[] | { code: SheetProblem; details: Record<string, string | number> } {
  const people: SheetPerson[] = []
  for (const piece of cell.match(/(?:\\.|[^\\;؛\n])+/gs) ?? []) {
    if (piece.trim() === '') continue
    const [, before = '', rest = ''] = /^([^:：\\]*)[:：](.*)$/s.exec(piece) ?? ['', '', piece]
    const role = before === '' ? 'speaker' : roles.read(before)
    if (role === undefined) return { code: 'cell-role', details: { value: before.trim().slice(0, 60) } }
    const person = { role, ...nameOf(rest) }
    if (person.fullName === '') return { code: 'cell-name', details: { value: piece.trim().slice(0, 60) } }
    if (person.fullName.length > LONGEST || (person.affiliation?.length ?? 0) > LONGEST)
      return { code: 'cell-long', details: { maximum: LONGEST } }
    people.push(person)
  }
  return people.length > MOST ? { code: 'cell-people', details: { maximum: MOST } } : people
}

/** A name, and what stands behind it in brackets, which may have brackets itself. */
function nameOf(text: string): { fullName: string; affiliation: string | null } {
  const [, name = text, affiliation = null] = /^((?:\\.|[^\\(])*)\(((?:\\.|[^\\])*)\)\s*$/s.exec(text) ?? []
  const plain = (part: string) => cleanLine(part.replace(/\\(.)/gs, '$1'))
  return { fullName: plain(name), affiliation: affiliation === null ? null : plain(affiliation) || null }
}
