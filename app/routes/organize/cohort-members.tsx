import { type ActionFunctionArgs, data } from '@remix-run/node'
import { handChanges } from './cohort-changes.server.ts'
import { requireCohort, versionOf } from './cohort-reading.server.ts'
import { shownOf } from './cohort-shown.ts'
import { changeMembers } from '#app/applications/selection/cohorts/change-members.server.ts'
import { readCohort } from '#app/applications/selection/cohorts/read-cohort.server.ts'
import { reasonSchema } from '#app/applications/selection/cohorts/cohort-form.ts'
import type { Measure } from '#app/applications/selection/composing/measure-cohort.ts'
import { seeOther } from '#app/http/answers.ts'
import { parseForm, readForm, refusedForm } from '#app/http/form.server.ts'
import type { FormState } from '#app/values/form-state.ts'
import type { Refusal } from '#app/values/refusal.ts'

export { default, handle, loader, meta } from './cohort.tsx'

/** Keeps the ticks of a page, with the reason for them. */
export async function action(args: ActionFunctionArgs) {
  const { call, cohort, base, actor } = await requireCohort(args)
  const form = await readForm(args.request)
  const { services, now, language } = args.context
  const parsed = parseForm(form, reasonSchema)
  if (!parsed.ok) return answer(parsed.form, 422)
  const { marks } = await readCohort(services.db, { call, cohort, language })
  const changes = handChanges(form, marks)
  if (changes.length === 0) return answer(refusedForm(form, [{ code: 'cohort-unchanged' } satisfies Refusal]), 422)
  const asked = { call, cohort, version: versionOf(form), changes, reason: parsed.value.reason, now, actor }
  const changed = await changeMembers(services.db, asked)
  if (!changed.ok) {
    const status = changed.refusals.some(({ code }) => code === 'busy') ? 503 : 409
    return answer(refusedForm(form, changed.refusals), status)
  }
  const { show, choice } = shownOf(new URL(args.request.url).searchParams)
  const page = new URL(args.request.url).searchParams.get('page')
  const query = new URLSearchParams({ done: 'saved', show, ...(choice && { choice }), ...(page && { page }) })
  return seeOther(args.context, `${base}/${cohort.id}?${query}`)
}

function answer(form: FormState, status: number) {
  return data<{ form: FormState; after: Measure | null }>({ form, after: null }, { status })
}
