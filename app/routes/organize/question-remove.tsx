import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { deskMeta } from './desk.ts'
import { Removal } from './removal.tsx'
import { removing } from './removing.server.ts'
import { notFound } from '#app/http/answers.ts'
import { requireOrganizer } from '#app/http/guards.server.ts'
import { listQuestions } from '#app/registrations/questions/list-questions.server.ts'
import { removeQuestion } from '#app/registrations/questions/remove-question.server.ts'
import { usePage } from '#app/ui/use-page.ts'

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('organize.removeQuestionTitle'))

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { event } = await requireOrganizer(request, context, params.event!)
  const all = await listQuestions(context.services.db, event.id, context.language)
  const one = all.find(({ id }) => id === params.question)
  if (!one) throw notFound()
  return { name: one.label, answers: one.answers }
}

export const action = removing('questions', (db, removal, { question }) =>
  removeQuestion(db, { ...removal, questionId: question! }),
)

export default function Remove() {
  const { name, answers } = useLoaderData<typeof loader>()
  const { t } = usePage()
  return (
    <Removal
      name={name}
      title={answers > 0 ? t('organize.retireTitle') : t('organize.removeQuestionTitle')}
      button={answers > 0 ? t('organize.retire') : t('organize.removeQuestion')}
      lead={answers > 0 ? t('organize.retireLead', { count: answers }) : t('organize.removeQuestionLead')}
      list="questions"
    />
  )
}
