import { asks } from './asks.ts'
import type { Call } from '#app/applications/calls/call.ts'

/** The addresses of the steps that no section makes. */
export const STEP = { wishes: 'your-choice', team: 'your-team', letters: 'your-letters' } as const

export interface FormStep {
  /** In the address: one of `STEP`, or the code of a section. */
  code: string
  kind: 'wishes' | 'section' | 'team' | 'letters'
  /** Of a section; the others are named by the catalogues. */
  title: string | null
}

/** The steps of a call's form before `check`. What is applied for comes first, since questions hang on it. */
export function formSteps(call: Call): FormStep[] {
  const asked = asks(call)
  const own = (kind: 'wishes' | 'team' | 'letters'): FormStep[] =>
    asked[kind] ? [{ code: STEP[kind], kind, title: null }] : []
  return [
    ...own('wishes'),
    ...call.sections
      .filter(({ questions }) => questions.length > 0)
      .map(({ code, title }): FormStep => ({ code, kind: 'section', title })),
    ...own('team'),
    ...own('letters'),
  ]
}
