import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { AskedChecks, AskedFields } from './asked-fields.tsx'
import { deskMeta, useDesk } from './desk.ts'
import { invalid, isGone, saveRefused } from './failed.server.ts'
import { PageHead } from './page-head.tsx'
import { requireSurvey } from './survey-desk.server.ts'
import { surveyAddresses } from './survey-words.ts'
import { TextIn, textOf } from './text-in.tsx'
import { notFound, seeOther } from '#app/http/answers.ts'
import { parseForm, readForm } from '#app/http/form.server.ts'
import { type EditedQuestion, listSurveyQuestions } from '#app/surveys/questions/list-survey-questions.server.ts'
import { saveSurveyQuestion } from '#app/surveys/questions/save-survey-question.server.ts'
import { surveyQuestionSchema } from '#app/surveys/questions/survey-question-form.ts'
import { SURVEY_MEANINGS, SURVEY_QUESTION_KINDS, type SurveyMeaning } from '#app/surveys/survey.ts'
import { SelectField } from '#app/ui/fields.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { EMPTY_FORM, type FormState } from '#app/values/form-state.ts'

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('organize.question'))

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { survey, base } = await requireSurvey(request, context, params, { isWritten: true })
  const all = await listSurveyQuestions(context.services.db, {
    surveyId: survey.id,
    language: context.language,
    own: survey.event.language,
  })
  const question = all.find(({ id }) => id === params.asked) ?? null
  if (!question && params.asked !== 'new' && !isGone(context)) throw notFound()
  const wanted = new URL(request.url).searchParams.get('text')
  const { own, edit } = surveyAddresses(base, survey.id)
  return { question, wanted, back: edit, address: `${own}/questions/${question?.id ?? 'new'}` }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { survey, event, scope, base, actor } = await requireSurvey(request, context, params, { isWritten: true })
  const form = await readForm(request)
  const parsed = parseForm(form, surveyQuestionSchema)
  if (!parsed.ok) return invalid(parsed.form)
  const saved = await saveSurveyQuestion(context.services.db, {
    eventId: event.id,
    surveyId: survey.id,
    questionId: params.asked === 'new' ? null : params.asked!,
    scope,
    form: parsed.value,
    now: context.now,
    actor,
  })
  if (!saved.ok) return saveRefused(context, form, saved.refusals)
  return seeOther(context, `${surveyAddresses(base, survey.id).edit}#q-${saved.value.id}`)
}

export default function Question() {
  const { question, wanted, back, address } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  const event = useDesk()
  const { t, path } = usePage()
  const typed = form.values.textLanguage?.[0] ?? wanted
  const { code, text, languages } = textOf(question?.texts ?? [], typed, event.language)
  return (
    <>
      <PageHead form={form} title={question ? t('survey.editQuestion') : t('survey.addQuestion')} area="survey" />
      {question && <TextIn address={address} code={code} languages={languages} />}
      <form method="post" action={path(address)}>
        <input type="hidden" name="textLanguage" value={code} />
        <Fields form={form} question={question} text={text} language={code} />
        <p className="row after">
          <button className="go">{t('organize.saveQuestion')}</button> <a href={path(back)}>{t('organize.back')}</a>
        </p>
      </form>
    </>
  )
}

interface Shown {
  form: FormState
  question: EditedQuestion | null
  text: EditedQuestion['texts'][number] | undefined
  language: string
}

function Fields({ form, question, text, language }: Shown) {
  const { t } = usePage()
  return (
    <>
      <AskedFields
        form={form}
        question={question}
        kinds={SURVEY_QUESTION_KINDS}
        usual="choice"
        text={text}
        original={question?.texts.find((one) => one.language !== language)}
        language={language}
      />
      <SelectField
        form={form}
        name="meaning"
        label={t('survey.meaning')}
        hint={t('survey.meaningHint')}
        blank={t('survey.noMeaning')}
        options={(Object.keys(SURVEY_MEANINGS) as SurveyMeaning[]).map((value) => ({
          value,
          label: t(`survey.meanings.${value}`),
        }))}
        defaultValue={question?.meaning}
        isOptional
      />
      <AskedChecks form={form} question={question} />
    </>
  )
}
