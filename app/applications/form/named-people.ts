import { LANGUAGES } from '#app/locales/languages.ts'
import type { FormState } from '#app/values/form-state.ts'
import { cleanLine } from '#app/values/text.ts'

export interface NamedPerson {
  kind: 'referee' | 'employer'
  fullName: string
  email: string
  language: string
}

/**
 * Whom a page of the form names for letters: `people[0].kind`, `fullName`, `email`, `language`. Rows that are empty are
 * left out; one that is half filled in comes back.
 */
export function namedPeople(
  { values }: Pick<FormState, 'values'>,
  language: string,
): { named: NamedPerson[]; faults: [string, string[]][] } {
  const named: NamedPerson[] = []
  const faults: [string, string[]][] = []
  for (let at = 0; at < 12; at++) {
    const one = (part: string) => cleanLine(values[`people[${at}].${part}`]?.[0] ?? '')
    const [fullName, email] = [one('fullName'), one('email')]
    if (fullName === '' && email === '') continue
    if (fullName === '' || fullName.length > 200) faults.push([`people[${at}].fullName`, ['waiting.enterName']])
    if (email.length > 191 || !/^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/u.test(email))
      faults.push([`people[${at}].email`, ['form.email']])
    named.push({
      kind: one('kind') === 'employer' ? 'employer' : 'referee',
      fullName,
      email,
      language: LANGUAGES.find(({ code }) => code === one('language'))?.code ?? language,
    })
  }
  return { named, faults }
}
