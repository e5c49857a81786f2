import { type ActionFunctionArgs, data } from '@remix-run/node'
import { handChanges } from './cohort-changes.server.ts'
import { requireCohort, versionOf } from './cohort-reading.server.ts'
import { changeByHand } from '#app/applications/selection/composing/change-by-hand.ts'
import { type Measure, measureCohort } from '#app/applications/selection/composing/measure-cohort.ts'
import { refusalOf } from '#app/applications/selection/cohorts/change-members.server.ts'
import { readCohort } from '#app/applications/selection/cohorts/read-cohort.server.ts'
import { readForm, refusedForm } from '#app/http/form.server.ts'
import type { FormState } from '#app/values/form-state.ts'
import type { Refusal } from '#app/values/refusal.ts'

export { default, handle, loader, meta } from './cohort.tsx'

/** What the ticks would come to; nothing is saved. */
export async function action(args: ActionFunctionArgs) {
  const { call, cohort } = await requireCohort(args)
  const form = await readForm(args.request)
  const { db } = args.context.services
  const { language } = args.context
  const others = form.getAll('shown').map(String)
  const view = await readCohort(db, { call, cohort, language, others })
  const { members, refused } = changeByHand(view, handChanges(form, view.marks))
  const refusals: Refusal[] = refused.map((one) => refusalOf(one, call.numberPrefix))
  // The boxes were ticked over what is no longer so: whoever goes on must know.
  if (versionOf(form) !== cohort.version) refusals.push({ code: 'stale' })
  return data<{ form: FormState; after: Measure | null }>(
    { form: refusedForm(form, refusals), after: measureCohort(view.frame, members) },
    { status: refusals.length > 0 ? 409 : 200 },
  )
}
