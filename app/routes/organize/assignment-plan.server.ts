import { requireFullCall } from './full-call.server.ts'
import { refused } from './failed.server.ts'
import { assignReviews } from '#app/applications/reviews/assign-reviews.server.ts'
import { listReviewers } from '#app/applications/reviews/list-reviewers.server.ts'
import { ASSIGN_BY, planAssignment } from '#app/applications/reviews/plan-assignment.ts'
import { readAssignment } from '#app/applications/reviews/read-assignment.server.ts'
import { seeOther } from '#app/http/answers.ts'
import type { RequestContext } from '#app/http/context.server.ts'
import { readForm } from '#app/http/form.server.ts'

type Params = Parameters<typeof requireFullCall>[2]

const byOf = (value: unknown) => ASSIGN_BY.find((one) => one === value) ?? 'both'

/** What assigning would do now: how many each reviewer has, and would have. */
export async function planned(request: Request, context: RequestContext, params: Params, thirds: boolean) {
  const { call } = await requireFullCall(request, context, params)
  const { db } = context.services
  const by = byOf(new URL(request.url).searchParams.get('by'))
  const [{ applications, reviewers }, listed] = await Promise.all([
    readAssignment(db, call, { thirds }),
    listReviewers(db, call.id),
  ])
  const { pairs, short } = planAssignment(applications, reviewers, by)
  const more = Map.groupBy(pairs, ({ accountId }) => accountId)
  return {
    by,
    each: call.reviewersEach,
    thirdGap: call.thirdGap,
    pairs: pairs.length,
    applications: new Set(pairs.map(({ applicationId }) => applicationId)).size,
    short: short.length,
    rows: reviewers.map(({ accountId, load }) => {
      const known = listed.find((one) => one.accountId === accountId)
      return { accountId, name: known?.fullName || known?.email || '', load, more: more.get(accountId)?.length ?? 0 }
    }),
  }
}

/** Does it, as it is by now. */
export async function assigned(request: Request, context: RequestContext, params: Params, thirds: boolean) {
  const { call, actor, base } = await requireFullCall(request, context, params)
  const form = await readForm(request)
  const by = byOf(form.get('by'))
  const result = await assignReviews(context.services.db, { call, by, thirds, actor, now: context.now })
  if (!result.ok) return refused(form, result.refusals)
  return seeOther(context, `${base}/reviews?done=assigned&count=${result.value.assigned}`)
}
