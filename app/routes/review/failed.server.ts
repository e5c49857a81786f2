import { data } from '@remix-run/node'
import type { FormState } from '#app/values/form-state.ts'

/** A form of a reviewer as typed, with what is wrong at its fields. */
export function failed(form: FormState, status: 409 | 422 | 503) {
  return data({ form }, { status })
}
