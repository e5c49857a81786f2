import type { ActionFunctionArgs } from '@remix-run/node'
import { requireSurvey } from './survey-desk.server.ts'
import { surveyAddresses } from './survey-words.ts'
import { notFound, seeOther } from '#app/http/answers.ts'
import { moveSurveyQuestion } from '#app/surveys/questions/move-survey-question.server.ts'

/** One place up or down among the questions of a survey, and back to them. */
export async function moveFrom({ request, params, context }: ActionFunctionArgs, by: -1 | 1) {
  const { survey, event, scope, base, actor } = await requireSurvey(request, context, params, { isWritten: true })
  const moved = await moveSurveyQuestion(context.services.db, {
    eventId: event.id,
    surveyId: survey.id,
    questionId: params.asked!,
    scope,
    by,
    now: context.now,
    actor,
  })
  if (!moved.ok && moved.refusals.some(({ code }) => code === 'gone')) throw notFound()
  if (!moved.ok) throw new Response(null, { status: 503, headers: { 'Retry-After': '5' } })
  return seeOther(context, `${surveyAddresses(base, survey.id).edit}#q-${params.asked!}`)
}
