import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { invalid, refused } from './failed.server.ts'
import { answerRequest } from '#app/events/publishing/answer-request.server.ts'
import { answerSchema } from '#app/events/publishing/publish-form.ts'
import { listRequests } from '#app/events/publishing/request-queries.server.ts'
import { notFound, seeOther } from '#app/http/answers.ts'
import { parseForm, readForm } from '#app/http/form.server.ts'
import { requireOrganizer } from '#app/http/guards.server.ts'

/** The request that an address names. @throws 404 for one of another event. */
export async function loadRequest({ request, params, context }: LoaderFunctionArgs) {
  const { event } = await requireOrganizer(request, context, params.event!)
  const found = (await listRequests(context.services.db, event.id)).find(({ id }) => id === params.request)
  if (!found) throw notFound()
  return { asked: found }
}

/** The action of agreeing and of refusing. */
export function answering(isAgreed: boolean) {
  return async ({ request, params, context }: ActionFunctionArgs) => {
    const { event, signedIn } = await requireOrganizer(request, context, params.event!)
    const form = await readForm(request)
    const parsed = parseForm(form, answerSchema)
    if (!parsed.ok) return invalid(parsed.form)
    const answered = await answerRequest(context.services.db, {
      eventId: event.id,
      requestId: params.request!,
      roles: signedIn.roles,
      isAgreed,
      answer: parsed.value.answer,
      now: context.now,
      actor: { kind: 'account', id: signedIn.accountId },
    })
    if (!answered.ok) return refused(form, answered.refusals)
    return seeOther(context, `/organize/${event.slug}/publish`)
  }
}
