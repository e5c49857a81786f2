import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { deskMeta, useDesk } from './desk.ts'
import { invalid, refused } from './failed.server.ts'
import { PageHead } from './page-head.tsx'
import { SurveyActs } from './survey-acts.tsx'
import { requireSurvey, tracksWithin } from './survey-desk.server.ts'
import { SurveyFields } from './survey-fields.tsx'
import { SurveyQuestions } from './survey-questions.tsx'
import { surveyAddresses, surveyTag } from './survey-words.ts'
import { TextIn, textOf } from './text-in.tsx'
import { seeOther } from '#app/http/answers.ts'
import { parseForm, readForm } from '#app/http/form.server.ts'
import { saveSurvey } from '#app/surveys/save-survey.server.ts'
import { listSurveyQuestions } from '#app/surveys/questions/list-survey-questions.server.ts'
import { surveySchema } from '#app/surveys/survey-form.ts'
import { Leaf } from '#app/ui/leaf.tsx'
import { Note } from '#app/ui/note.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { EMPTY_FORM } from '#app/values/form-state.ts'

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('survey.name'))

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { survey, event, scope, base, isWritable } = await requireSurvey(request, context, params)
  const { db } = context.services
  const [questions, tracks] = await Promise.all([
    listSurveyQuestions(db, { surveyId: survey.id, language: context.language, own: survey.event.language }),
    tracksWithin(context, { eventId: event.id, scope }),
  ])
  const address = new URL(request.url).searchParams
  const isOfAll = scope === 'all'
  return {
    survey,
    questions,
    tracks,
    base,
    isWritable,
    isOfAll,
    wanted: address.get('text'),
    isSaved: address.has('saved'),
  }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { survey, event, scope, base, actor } = await requireSurvey(request, context, params, { isWritten: true })
  const form = await readForm(request)
  const parsed = parseForm(form, surveySchema(survey.event.zone))
  if (!parsed.ok) return invalid(parsed.form)
  const saved = await saveSurvey(context.services.db, {
    eventId: event.id,
    surveyId: survey.id,
    scope,
    form: parsed.value,
    now: context.now,
    actor,
  })
  if (!saved.ok) return refused(form, saved.refusals)
  const query = new URLSearchParams({ text: parsed.value.textLanguage, saved: '1' })
  return seeOther(context, `${surveyAddresses(base, survey.id).edit}?${query}`)
}

export default function Survey() {
  const { survey, questions, tracks, base, isWritable, isOfAll, wanted, isSaved } = useLoaderData<typeof loader>()
  const sent = useActionData<typeof action>()?.form
  const form = sent ?? EMPTY_FORM
  const event = useDesk()
  const { t, path, now } = usePage()
  const { code, text, languages } = textOf(survey.texts, form.values.textLanguage?.[0] ?? wanted, event.language)
  const addresses = surveyAddresses(base, survey.id)
  const { is, word } = surveyTag(survey, now)
  return (
    <>
      <PageHead form={form} title={<bdi>{survey.title}</bdi>} lead={t(`survey.kinds.${survey.kind}`)} area="survey" />
      <p className="row">
        <Tag is={is}>{t(`survey.states.${word}`)}</Tag> <a href={path(addresses.results)}>{t('survey.results')}</a>{' '}
        <a href={path(base)}>{t('organize.back')}</a>
      </p>
      {isSaved && !sent && (
        <Note is="ok">
          <p role="status">{t('survey.saved')}</p>
        </Note>
      )}
      {survey.responses > 0 && (
        <Note>
          <p>{t('survey.locked')}</p>
        </Note>
      )}
      {!isWritable && (
        <Note>
          <p>{t('survey.readOnly')}</p>
        </Note>
      )}
      <SurveyQuestions survey={survey} questions={questions} address={addresses.own} isWritable={isWritable} />
      {isWritable && (
        <>
          <SurveyActs survey={survey} address={addresses.own} />
          <Leaf id="edit" title={t('survey.edit')} isWide>
            <TextIn address={addresses.edit} code={code} languages={languages} />
            <form method="post" action={path(addresses.edit)}>
              <input type="hidden" name="textLanguage" value={code} />
              <input type="hidden" name="seen" value={survey.version} />
              <SurveyFields form={form} survey={survey} text={text} language={code} tracks={tracks} isOfAll={isOfAll} />
              <p className="row after">
                <button className="go">{t('survey.save')}</button>
              </p>
            </form>
          </Leaf>
        </>
      )}
    </>
  )
}
