import { data } from '@remix-run/node'
import type { DetailField } from '#app/events/details.ts'
import type { RequestContext } from '#app/http/context.server.ts'
import { refusedForm } from '#app/http/form.server.ts'
import type { FormState } from '#app/values/form-state.ts'
import type { Refusal } from '#app/values/refusal.ts'

export interface Failure {
  form: FormState
  /** Fields that somebody else saved meanwhile in another way. */
  conflict: DetailField[] | null
}

/** The form as typed, with what is wrong at its fields. */
export function invalid(form: FormState) {
  return data<Failure>({ form, conflict: null }, { status: 422 })
}

/** The form as typed, with the refusals of a command; 503 when we are only busy. */
export function refused(form: FormData, refusals: Refusal[], conflict: Failure['conflict'] = null) {
  const status = refusals.some(({ code }) => code === 'busy') ? 503 : 409
  return data<Failure>({ form: refusedForm(form, refusals), conflict }, { status })
}

/** Requests about something that somebody else removed meanwhile. */
const gone = new WeakSet<RequestContext>()

/** Whether the page still has to show what was typed, though what it was about is there no longer. */
export function isGone(context: RequestContext): boolean {
  return gone.has(context)
}

/** As `refused`; what was typed about something that is gone comes back as something new, so that nothing is lost. */
export function saveRefused(context: RequestContext, form: FormData, refusals: Refusal[]) {
  if (refusals.some(({ code }) => code === 'gone')) gone.add(context)
  return refused(form, refusals)
}
