import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Confirm } from './confirm.tsx'
import { deskMeta } from './desk.ts'
import { refused } from './failed.server.ts'
import { requireSurvey } from './survey-desk.server.ts'
import { surveyAddresses } from './survey-words.ts'
import { notFound, seeOther } from '#app/http/answers.ts'
import { readForm } from '#app/http/form.server.ts'
import { changeSurveyStatus } from '#app/surveys/change-survey-status.server.ts'
import { usePage } from '#app/ui/use-page.ts'
import { EMPTY_FORM } from '#app/values/form-state.ts'
import { isolate } from '#app/ui/isolate.ts'

const STATES = ['ready', 'closed', 'draft'] as const

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('survey.act'))

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { survey, base } = await requireSurvey(request, context, params, { isWritten: true })
  const to = STATES.find((one) => one === params.turn)
  if (!to) throw notFound()
  const { title, isAnonymous } = survey
  return { to, title, isAnonymous: isAnonymous === 1, back: surveyAddresses(base, survey.id).edit }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { survey, event, scope, base, actor } = await requireSurvey(request, context, params, { isWritten: true })
  const to = STATES.find((one) => one === params.turn)
  if (!to) throw notFound()
  const form = await readForm(request)
  const change = { eventId: event.id, surveyId: survey.id, scope, now: context.now, actor }
  const changed = await changeSurveyStatus(context.services.db, { ...change, to })
  if (!changed.ok) return refused(form, changed.refusals)
  return seeOther(context, surveyAddresses(base, survey.id).edit)
}

export default function Status() {
  const { to, title, isAnonymous, back } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  const { t } = usePage()
  const button = { ready: 'survey.makeReady', closed: 'survey.close', draft: 'survey.backToDraft' } as const
  return (
    <Confirm
      form={form}
      title={to === 'closed' ? t('survey.closeTitle', { title: isolate(title) }) : t(button[to])}
      button={t(button[to])}
      back={back}
      area="survey"
    >
      {to !== 'closed' && (
        <p>
          <b>
            <bdi>{title}</bdi>
          </b>
        </p>
      )}
      {to === 'ready' && <p>{t('survey.makeReadyLead')}</p>}
      {to === 'closed' && <p>{t('survey.closeLead')}</p>}
      {to === 'closed' && isAnonymous && <p>{t('survey.closeForGood')}</p>}
    </Confirm>
  )
}
