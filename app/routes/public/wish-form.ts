import type { FormState } from '#app/values/form-state.ts'

/** What is wrong with the choices as a whole, at the first of them: that is where one can mend it. */
export function atChoices(form: FormState): FormState {
  const { choices, ...errors } = form.errors
  return choices ? { ...form, errors: { ...errors, 'choices[0]': choices } } : form
}
