import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { CallQuestionFields } from './call-question-fields.tsx'
import { savingCall } from './call-saving.server.ts'
import { requireCall } from './call.server.ts'
import { deskMeta } from './desk.ts'
import { isGone } from './failed.server.ts'
import { PageHead } from './page-head.tsx'
import { SavedMeanwhile } from './saved-meanwhile.tsx'
import { TextIn, textOf } from './text-in.tsx'
import { useCall } from './use-call.ts'
import { callQuestionSchema } from '#app/applications/calls/call-question-form.ts'
import { listChoices } from '#app/applications/calls/list-choices.server.ts'
import {
  listCallQuestions,
  listSections,
  seenCallQuestion,
} from '#app/applications/calls/list-call-questions.server.ts'
import { saveCallQuestion } from '#app/applications/calls/save-call-question.server.ts'
import { notFound } from '#app/http/answers.ts'
import { Note } from '#app/ui/note.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { EMPTY_FORM } from '#app/values/form-state.ts'

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('organize.question'))

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { call } = await requireCall(request, context, params)
  const { db } = context.services
  const [questions, sections, choices] = await Promise.all([
    listCallQuestions(db, call.id, context.language),
    listSections(db, call.id, context.language),
    listChoices(db, call.id, context.language),
  ])
  const question = questions.find(({ id }) => id === params.question) ?? null
  if (!question && params.question !== 'new' && !isGone(context)) throw notFound()
  const asked = new URL(request.url).searchParams
  const { code, text, languages } = textOf(question?.texts ?? [], asked.get('text'), call.language)
  return {
    question,
    questions,
    sections: sections.map(({ id, title }) => ({ id, title })),
    choices: choices.map(({ id, name }) => ({ id, name })),
    section: asked.get('section'),
    code,
    languages,
    seen: question ? seenCallQuestion(question, text, question.choiceIds) : '',
  }
}

export const action = savingCall({
  schema: () => callQuestionSchema,
  save: ({ db, params }, change) =>
    saveCallQuestion(db, { ...change, questionId: params.question === 'new' ? null : params.question! }),
  to: ({ id }, { slug }) => `${slug}/form#q-${id}`,
})

export default function CallQuestion() {
  const data = useLoaderData<typeof loader>()
  const { question, questions, sections, choices, languages, seen } = data
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  const { slug, call } = useCall()
  const { t, path } = usePage()
  const code = form.values.textLanguage?.[0] ?? data.code
  const text = question?.texts.find(({ language }) => language === code)
  const list = `/organize/${slug}/calls/${call.slug}/form`
  const address = `${list}/questions/${question?.id ?? 'new'}`
  return (
    <>
      <PageHead form={form} area="call" title={t(question ? 'organize.editQuestion' : 'organize.addQuestion')} />
      {question?.isAnswered && (
        <Note>
          <p>{t('call.form.answered')}</p>
        </Note>
      )}
      {question && <TextIn address={address} code={code} languages={languages} />}
      <form method="post" action={path(`${address}?text=${code}`)}>
        <input type="hidden" name="textLanguage" value={code} />
        <SavedMeanwhile
          form={form}
          seen={seen}
          rows={[
            { name: 'label', label: t('call.fields.label'), saved: text?.label ?? '' },
            { name: 'help', label: t('call.fields.help'), saved: text?.help ?? '' },
            { name: 'purpose', label: t('call.fields.purpose'), saved: question?.purpose ?? '' },
          ]}
        />
        <CallQuestionFields
          form={form}
          question={question}
          text={text}
          original={question?.texts.find(({ language }) => language !== code)}
          language={code}
          all={questions}
          sections={sections}
          section={data.section}
          choices={choices}
        />
        <p className="row after">
          <button className="go">{t('organize.saveQuestion')}</button> <a href={path(list)}>{t('organize.back')}</a>
        </p>
      </form>
    </>
  )
}
