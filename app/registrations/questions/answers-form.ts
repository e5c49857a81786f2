import { languageField, type Question, SKILLS, splitLevels } from './question.ts'
import type { FormState } from '#app/values/form-state.ts'

/** Stored answers as the fields of a form; `tokenOf` makes of a file's id what its field rides along with. */
export function answersForm(
  questions: Question[],
  answers: Record<string, string[]>,
  { name, tokenOf }: { name: string; tokenOf: (fileId: string) => string | undefined },
): FormState {
  const values: FormState['values'] = {}
  for (const { kind, code } of questions) {
    const given = answers[code] ?? []
    const field = `${name}.${code}`
    if (kind === 'languages') {
      for (const { value, levels } of given.map(splitLevels))
        SKILLS.forEach((skill, at) => (values[`${field}.${languageField(value)}.${skill}`] = [levels[at] ?? '']))
    } else if (kind === 'file') {
      const token = given[0] === undefined ? undefined : tokenOf(given[0])
      if (token !== undefined) values[field] = [token]
    } else if (given.length > 0) {
      values[field] = given
    }
  }
  return { values, errors: {} }
}

/** Which fields of a form hold a file: the answers to questions of that kind, whatever stands before their code. */
export function fileFields(questions: Question[]): (field: string) => 'answer' | null {
  const codes = new Set(questions.filter(({ kind }) => kind === 'file').map(({ code }) => code))
  return (field) => (codes.has(field.replace(/^.*\banswers\./, '')) ? 'answer' : null)
}
