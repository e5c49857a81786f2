import type { DetailsForEditing } from '#app/events/editing-queries.server.ts'
import type { FormState } from '#app/values/form-state.ts'

/** What the parts of the details form are given. */
export interface Shown {
  form: FormState
  stored: DetailsForEditing
  hosts: { id: string; name: string }[]
  topics: { slug: string; name: string }[]
  /** The language of the texts. */
  text: string
}
