/** A form to show again: what was typed and what is wrong, by the names of its fields (`people[0].email`). */
export interface FormState {
  values: Record<string, string[]>
  /** Messages as keys of the catalogues, `form.tooLong?maximum=200`. Under '' what concerns the whole form. */
  errors: Record<string, string[]>
}

/** What was sent, field by field, in its order: a list, or a `FormData`. */
export type Fields = Iterable<[name: string, value: FormDataEntryValue]>

/** As the platform has it: for who asks for fields by name. */
export function formDataOf(fields: Fields): FormData {
  if (fields instanceof FormData) return fields
  const form = new FormData()
  for (const [name, value] of fields) form.append(name, value)
  return form
}

/** Behind the name of a time: the answer to the question which of two is meant. */
export const READING = '-reading'

export const NO_ERRORS: Record<string, string[]> = {}

export const EMPTY_FORM: FormState = { values: {}, errors: {} }

export function typedValue(form: FormState, name: string): string | undefined {
  return form.values[name]?.[0]
}

/** Whether a box or choice was ticked; undefined while nothing was sent yet. */
export function isTicked(form: FormState, name: string, value: string): boolean | undefined {
  const typed = form.values[name]
  if (typed) return typed.includes(value)
  for (const _name in form.values) return false
  return undefined
}
