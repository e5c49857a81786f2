import { failed } from './failed.server.ts'
import { requireReview } from './review-place.server.ts'
import { numberLabel } from '#app/applications/reviews/number-label.ts'
import { placeInQueue, reviewQueue } from '#app/applications/reviews/queue.server.ts'
import { reviewSchema, typedScores } from '#app/applications/reviews/review-form.ts'
import { missingScores, saveReview } from '#app/applications/reviews/save-review.server.ts'
import { seeOther } from '#app/http/answers.ts'
import type { RequestContext } from '#app/http/context.server.ts'
import { parseForm, readForm, refusedForm } from '#app/http/form.server.ts'

interface Params {
  event?: string | undefined
  call?: string | undefined
  number?: string | undefined
}

/**
 * Saves what a reviewer typed, whole or in part; refused, the form comes back as typed. With `mustBeWhole` what lacks a
 * score is kept as well, and told. @throws a redirect for who knows the person.
 */
export async function saveTyped(
  request: Request,
  context: RequestContext,
  params: Params,
  { mustBeWhole = false }: { mustBeWhole?: boolean } = {},
) {
  const { accountId, event, call, number } = await requireReview(request, context, params)
  const { db } = context.services
  const label = numberLabel(call.numberPrefix, number)
  const list = `/review/${event.slug}/${call.slug}`
  const address = `${list}/${label}`
  const form = await readForm(request)
  if (form.get('knows') !== null) throw seeOther(context, `${address}/conflict`)
  const parsed = parseForm(form, reviewSchema(call.criteria))
  if (!parsed.ok) return failed(parsed.form, 422)
  const { privateComment, sharedComment, reason } = parsed.value
  const typed = { scores: typedScores(call.criteria, parsed.value), privateComment, sharedComment, reason }
  const { version } = parsed.value
  const saved = await saveReview(db, { call, number, accountId, typed, version, now: context.now })
  if (!saved.ok) return failed(refusedForm(form, saved.refusals), isBusy(saved.refusals) ? 503 : 409)
  if (mustBeWhole && saved.value.state !== 'submitted') {
    form.set('version', String(saved.value.version))
    return failed(refusedForm(form, missingScores(call, typed)), 422)
  }
  const queue = await reviewQueue(db, { callId: call.id, accountId })
  const { nextOpen } = placeInQueue(queue, number)
  return {
    address,
    list,
    label,
    place: { nextOpen: nextOpen === null ? null : numberLabel(call.numberPrefix, nextOpen) },
  }
}

function isBusy(refusals: { code: string }[]): boolean {
  return refusals.some(({ code }) => code === 'busy')
}
