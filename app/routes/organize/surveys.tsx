import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { deskMeta } from './desk.ts'
import { invalid, refused } from './failed.server.ts'
import { PageHead } from './page-head.tsx'
import { requireSurveyDesk, tracksWithin } from './survey-desk.server.ts'
import { surveyAddresses } from './survey-words.ts'
import { SurveysTable } from './surveys-table.tsx'
import { seeOther } from '#app/http/answers.ts'
import { parseForm, readForm } from '#app/http/form.server.ts'
import { createSurvey } from '#app/surveys/create-survey.server.ts'
import { listSurveys } from '#app/surveys/find-survey.server.ts'
import { SURVEY_KINDS } from '#app/surveys/survey.ts'
import { newSurveySchema } from '#app/surveys/survey-form.ts'
import { Empty } from '#app/ui/empty.tsx'
import { ChoiceField, SelectField } from '#app/ui/fields.tsx'
import { Leaf } from '#app/ui/leaf.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { EMPTY_FORM } from '#app/values/form-state.ts'

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('survey.title'))

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { event, base, scope } = await requireSurveyDesk(request, context, params.event!)
  const [surveys, tracks] = await Promise.all([
    listSurveys(context.services.db, { eventId: event.id, scope, language: context.language }),
    tracksWithin(context, { eventId: event.id, scope }),
  ])
  return { surveys, tracks, base, isOfAll: scope === 'all' }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { event, base, scope, actor } = await requireSurveyDesk(request, context, params.event!)
  const form = await readForm(request)
  const parsed = parseForm(form, newSurveySchema)
  if (!parsed.ok) return invalid(parsed.form)
  const { kind, trackId = null } = parsed.value
  const { db } = context.services
  const created = await createSurvey(db, { eventId: event.id, kind, trackId, scope, now: context.now, actor })
  if (!created.ok) return refused(form, created.refusals)
  return seeOther(context, surveyAddresses(base, created.value.id).edit)
}

export default function Surveys() {
  const { surveys, base } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  const { t } = usePage()
  return (
    <>
      <PageHead form={form} title={t('survey.title')} lead={t('survey.lead')} area="survey" />
      {surveys.length === 0 ? (
        <Empty title={t('survey.none')}>
          <p>{t('survey.noneWhy')}</p>
        </Empty>
      ) : (
        <SurveysTable surveys={surveys} base={base} />
      )}
      <Begin form={form} />
    </>
  )
}

function Begin({ form }: { form: typeof EMPTY_FORM }) {
  const { tracks, base, isOfAll } = useLoaderData<typeof loader>()
  const { t, path } = usePage()
  return (
    <Leaf id="begin" title={t('survey.begin')} isWide>
      <form method="post" action={path(base)}>
        <ChoiceField
          form={form}
          name="kind"
          legend={t('survey.beginWith')}
          defaultValue={isOfAll ? 'before' : 'daily'}
          options={SURVEY_KINDS.map((value) => ({ value, label: t(`survey.models.${value}`) }))}
        />
        {tracks.length > 0 && (
          <SelectField
            form={form}
            name="trackId"
            label={t('survey.whom')}
            {...(isOfAll ? { blank: t('survey.everybody') } : {})}
            options={tracks.map(({ id, code }) => ({ value: id, label: t('survey.track', { code }) }))}
          />
        )}
        <p className="row after">
          <button className="go">{t('survey.beginButton')}</button>
        </p>
      </form>
    </Leaf>
  )
}
