import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Confirm } from './confirm.tsx'
import { deskMeta } from './desk.ts'
import { refused } from './failed.server.ts'
import { requireSurvey } from './survey-desk.server.ts'
import { surveyAddresses } from './survey-words.ts'
import { notFound, seeOther } from '#app/http/answers.ts'
import { readForm } from '#app/http/form.server.ts'
import { listSurveyQuestions } from '#app/surveys/questions/list-survey-questions.server.ts'
import { removeSurveyQuestion } from '#app/surveys/questions/remove-survey-question.server.ts'
import { usePage } from '#app/ui/use-page.ts'
import { EMPTY_FORM } from '#app/values/form-state.ts'

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('organize.removeQuestionTitle'))

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { survey, base } = await requireSurvey(request, context, params, { isWritten: true })
  const all = await listSurveyQuestions(context.services.db, {
    surveyId: survey.id,
    language: context.language,
    own: survey.event.language,
  })
  const question = all.find(({ id }) => id === params.asked)
  if (!question) throw notFound()
  return { name: question.label, isAnswered: question.isAnswered, back: surveyAddresses(base, survey.id).edit }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { survey, event, scope, base, actor } = await requireSurvey(request, context, params, { isWritten: true })
  const form = await readForm(request)
  const removed = await removeSurveyQuestion(context.services.db, {
    eventId: event.id,
    surveyId: survey.id,
    questionId: params.asked!,
    scope,
    now: context.now,
    actor,
  })
  if (!removed.ok && !removed.refusals.some(({ code }) => code === 'gone')) return refused(form, removed.refusals)
  return seeOther(context, surveyAddresses(base, survey.id).edit)
}

export default function Remove() {
  const { name, isAnswered, back } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  const { t } = usePage()
  return (
    <Confirm
      form={form}
      title={t(isAnswered ? 'survey.retireQuestionTitle' : 'survey.removeQuestionTitle')}
      button={t(isAnswered ? 'survey.retire' : 'organize.removeQuestion')}
      back={back}
      area="survey"
    >
      <p>
        <b>
          <bdi>{name}</bdi>
        </b>
      </p>
      <p>{t(isAnswered ? 'survey.retireQuestionLead' : 'survey.removeQuestionLead')}</p>
    </Confirm>
  )
}
