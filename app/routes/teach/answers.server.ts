import { data } from '@remix-run/node'
import { refusedForm } from '#app/http/form.server.ts'
import type { FormState } from '#app/values/form-state.ts'
import type { Refusal } from '#app/values/refusal.ts'

/** The form as typed, with what is wrong at its fields. */
export function invalid(form: FormState) {
  return data({ form }, { status: 422 })
}

/** The form as typed, with the refusals of a command; 503 when we are only busy. */
export function refused(form: FormData, refusals: Refusal[]) {
  return data(
    { form: refusedForm(form, refusals) },
    { status: refusals.some(({ code }) => code === 'busy') ? 503 : 409 },
  )
}
