import { data } from '@remix-run/node'
import type { DetailField } from '#app/events/details.ts'
import type { RequestContext } from '#app/http/context.server.ts'
import { refusedForm } from '#app/http/form.server.ts'
import type { FormState } from '#app/values/form-state.ts'
import type { Refusal } from '#app/values/refusal.ts'

/** Requests whose form comes back with errors: the title of their page says so. */
const failed = new WeakSet<RequestContext>()

export function isFailed(context: RequestContext): boolean {
  return failed.has(context)
}

export interface Failure {
  form: FormState
  /** Fields that somebody else saved meanwhile in another way. */
  conflict: DetailField[] | null
}

/** The form as typed, with what is wrong at its fields. */
export function invalid(context: RequestContext, form: FormState) {
  failed.add(context)
  return data<Failure>({ form, conflict: null }, { status: 422 })
}

/** The form as typed, with the refusals of a command; 503 when we are only busy. */
export function refused(
  context: RequestContext,
  form: FormData,
  refusals: Refusal[],
  conflict: Failure['conflict'] = null,
) {
  failed.add(context)
  const status = refusals.some(({ code }) => code === 'busy') ? 503 : 409
  return data<Failure>({ form: refusedForm(form, refusals), conflict }, { status })
}
