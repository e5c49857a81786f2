import type { RequestContext } from '#app/http/context.server.ts'
import { notFound } from '#app/http/answers.ts'
import { requireOrganizer } from '#app/http/guards.server.ts'
import { isOnRequest, readableAudiences } from '#app/participants/lists/visible-fields.ts'
import { findQuestion } from '#app/registrations/questions/find-question.server.ts'

/**
 * A question on whose answers an organizer looks, and whether one by one. `isWhole` asks for that.
 * @throws 404 where there is none, or where its single answers are not theirs to read.
 */
export async function readAnswersOf(
  request: Request,
  params: { event?: string; question?: string },
  context: RequestContext,
  { isWhole = false } = {},
) {
  const { event, signedIn } = await requireOrganizer(request, context, params.event!)
  const question = await findQuestion(context.services.db, {
    eventId: event.id,
    questionId: params.question!,
    language: context.language,
  })
  if (!question) throw notFound()
  const isReadable =
    !isOnRequest(question.meaning) && readableAudiences(signedIn.roles, event).includes(question.audience)
  if (isWhole && !isReadable) throw notFound()
  return { event, signedIn, question, isReadable }
}
