import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Confirm } from './confirm.tsx'
import { deskMeta } from './desk.ts'
import { refused } from './failed.server.ts'
import { requireSurvey } from './survey-desk.server.ts'
import { surveyAddresses } from './survey-words.ts'
import { seeOther } from '#app/http/answers.ts'
import { readForm } from '#app/http/form.server.ts'
import { removeSurvey } from '#app/surveys/remove-survey.server.ts'
import { isolate } from '#app/ui/isolate.ts'
import { usePage } from '#app/ui/use-page.ts'
import { EMPTY_FORM } from '#app/values/form-state.ts'

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('survey.remove'))

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { survey, base } = await requireSurvey(request, context, params, { isWritten: true })
  return { title: survey.title, back: surveyAddresses(base, survey.id).edit }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { survey, event, scope, base, actor } = await requireSurvey(request, context, params, { isWritten: true })
  const form = await readForm(request)
  const change = { eventId: event.id, surveyId: survey.id, scope, now: context.now, actor }
  const removed = await removeSurvey(context.services.db, change)
  if (!removed.ok && !removed.refusals.some(({ code }) => code === 'gone')) return refused(form, removed.refusals)
  return seeOther(context, base)
}

export default function Remove() {
  const { title, back } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  const { t } = usePage()
  return (
    <Confirm
      form={form}
      title={t('survey.removeTitle', { title: isolate(title) })}
      button={t('survey.remove')}
      back={back}
      area="survey"
    >
      <p>{t('survey.removeLead')}</p>
    </Confirm>
  )
}
