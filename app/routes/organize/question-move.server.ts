import type { ActionFunctionArgs } from '@remix-run/node'
import { notFound, seeOther } from '#app/http/answers.ts'
import { requireOrganizer } from '#app/http/guards.server.ts'
import { moveQuestion } from '#app/registrations/questions/move-question.server.ts'

/** One place up or down among the questions of its stage, and back to them. */
export async function moveFrom({ request, params, context }: ActionFunctionArgs, by: -1 | 1) {
  const { event, signedIn } = await requireOrganizer(request, context, params.event!)
  const moved = await moveQuestion(context.services.db, {
    eventId: event.id,
    questionId: params.question!,
    by,
    now: context.now,
    actor: { kind: 'account', id: signedIn.accountId },
  })
  if (!moved.ok && moved.refusals.some(({ code }) => code === 'gone')) throw notFound()
  if (!moved.ok) throw new Response(null, { status: 503, headers: { 'Retry-After': '5' } })
  return seeOther(context, `/organize/${event.slug}/questions#q-${params.question!}`)
}
