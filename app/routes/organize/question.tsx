import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { deskMeta, useDesk } from './desk.ts'
import { invalid, isGone, saveRefused } from './failed.server.ts'
import { QuestionFields } from './question-fields.tsx'
import { TextIn, textOf } from './text-in.tsx'
import { PageHead } from './page-head.tsx'
import { notFound, seeOther } from '#app/http/answers.ts'
import { parseForm, readForm } from '#app/http/form.server.ts'
import { requireOrganizer } from '#app/http/guards.server.ts'
import { listNames } from '#app/participants/queries.server.ts'
import { listQuestions } from '#app/registrations/questions/list-questions.server.ts'
import { questionSchema } from '#app/registrations/questions/question-form.ts'
import { saveQuestion } from '#app/registrations/questions/save-question.server.ts'
import { Note } from '#app/ui/note.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { EMPTY_FORM } from '#app/values/form-state.ts'

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('organize.question'))

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { event } = await requireOrganizer(request, context, params.event!)
  const { db } = context.services
  const [questions, names] = await Promise.all([
    listQuestions(db, event.id, context.language),
    listNames(db, { eventId: event.id }, context.language),
  ])
  const question = questions.find(({ id }) => id === params.question) ?? null
  if (!question && params.question !== 'new' && !isGone(context)) throw notFound()
  return {
    question,
    questions,
    names,
    wanted: new URL(request.url).searchParams.get('text'),
  }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { event, signedIn } = await requireOrganizer(request, context, params.event!)
  const form = await readForm(request)
  const parsed = parseForm(form, questionSchema)
  if (!parsed.ok) return invalid(parsed.form)
  const saved = await saveQuestion(context.services.db, {
    eventId: event.id,
    questionId: params.question === 'new' ? null : params.question!,
    form: parsed.value,
    now: context.now,
    actor: { kind: 'account', id: signedIn.accountId },
  })
  if (!saved.ok) return saveRefused(context, form, saved.refusals)
  return seeOther(context, `/organize/${event.slug}/questions`)
}

export default function Question() {
  const { question, questions, names, wanted } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  const event = useDesk()
  const { t, path } = usePage()
  const { code, text, languages } = textOf(
    question?.texts ?? [],
    form.values.textLanguage?.[0] ?? wanted,
    event.language,
  )
  const address = `/organize/${event.slug}/questions/${question?.id ?? 'new'}`
  const original = question?.texts.find(({ language }) => language !== code)
  return (
    <>
      <PageHead form={form} title={question ? t('organize.editQuestion') : t('organize.addQuestion')} />
      {question && question.answers > 0 && (
        <Note>
          <p>
            {t('organize.questionAnswered', { count: question.answers })}{' '}
            <a href={path(`${address}/answers`)}>{t('question.answersTo')}</a>
          </p>
        </Note>
      )}
      {question && <TextIn address={address} code={code} languages={languages} />}
      <form method="post" action={path(address)}>
        <input type="hidden" name="textLanguage" value={code} />
        <QuestionFields
          form={form}
          question={question}
          text={text}
          original={original}
          language={code}
          all={questions}
          names={names}
        />
        <p className="row after">
          <button className="go">{t('organize.saveQuestion')}</button>{' '}
          <a href={path(`/organize/${event.slug}/questions`)}>{t('organize.back')}</a>
        </p>
      </form>
    </>
  )
}
