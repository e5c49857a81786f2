import type { DevicePerson } from '../device-list.ts'
import { searchWords } from '../search-words.ts'
import { parseCode } from '#app/values/typed-code.ts'

/** The people whose words begin with what is typed, in any script and any order; all of them for nothing typed. */
export function findPeople(people: DevicePerson[], typed: string): DevicePerson[] {
  const wanted = searchWords(typed).split(' ').filter(Boolean)
  if (wanted.length === 0) return people
  const code = parseCode(typed)
  return people.filter((person) => person.code === code || wanted.every((word) => hasWord(person.words, word)))
}

/** Scripts without spaces are found anywhere in a word. */
function hasWord(words: string, wanted: string): boolean {
  return (
    ` ${words}`.includes(` ${wanted}`) || (/[\u3040-\uffff]|[\u0e00-\u0eff]/.test(wanted) && words.includes(wanted))
  )
}
