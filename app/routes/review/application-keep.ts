import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { requireReview } from './review-place.server.ts'
import { numberLabel } from '#app/applications/reviews/number-label.ts'
import { reviewSchema, typedScores } from '#app/applications/reviews/review-form.ts'
import { saveReview } from '#app/applications/reviews/save-review.server.ts'
import { seeOther } from '#app/http/answers.ts'
import { parseForm, readForm } from '#app/http/form.server.ts'

/** Keeps what the page saves by itself while somebody types: nothing is submitted by it. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { accountId, call, number } = await requireReview(request, context, params)
  const parsed = parseForm(await readForm(request), reviewSchema(call.criteria))
  if (!parsed.ok) return Response.json({ code: 'invalid' }, { status: 422 })
  const { version, privateComment, sharedComment, reason } = parsed.value
  const saved = await saveReview(context.services.db, {
    call,
    number,
    accountId,
    typed: { scores: typedScores(call.criteria, parsed.value), privateComment, sharedComment, reason },
    version,
    isKeptOnly: true,
    now: context.now,
  })
  if (!saved.ok) {
    const [{ code } = { code: 'busy' }] = saved.refusals
    return Response.json({ code }, { status: code === 'busy' ? 503 : 409 })
  }
  return Response.json({ version: saved.value.version, savedAt: context.now })
}

/** Whoever comes by a bookmark, or was sent to sign in meanwhile. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { event, call, number } = await requireReview(request, context, params)
  throw seeOther(context, `/review/${event.slug}/${call.slug}/${numberLabel(call.numberPrefix, number)}`)
}
