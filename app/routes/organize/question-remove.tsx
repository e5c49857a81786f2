import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Confirm } from './confirm.tsx'
import { deskMeta, useDesk } from './desk.ts'
import { refused } from './failed.server.ts'
import { notFound, seeOther } from '#app/http/answers.ts'
import { readForm } from '#app/http/form.server.ts'
import { requireOrganizer } from '#app/http/guards.server.ts'
import { listQuestions } from '#app/registrations/questions/list-questions.server.ts'
import { removeQuestion } from '#app/registrations/questions/remove-question.server.ts'
import { usePage } from '#app/ui/use-page.ts'
import { EMPTY_FORM } from '#app/values/form-state.ts'

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('organize.removeQuestionTitle'))

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { event } = await requireOrganizer(request, context, params.event!)
  const all = await listQuestions(context.services.db, event.id, context.language)
  const one = all.find(({ id }) => id === params.question)
  if (!one) throw notFound()
  return { name: one.label, answers: one.answers }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { event, signedIn } = await requireOrganizer(request, context, params.event!)
  const form = await readForm(request)
  const removed = await removeQuestion(context.services.db, {
    eventId: event.id,
    questionId: params.question!,
    now: context.now,
    actor: { kind: 'account', id: signedIn.accountId },
  })
  // Whoever removes what somebody else removed a moment ago has what they wanted.
  if (!removed.ok && !removed.refusals.some(({ code }) => code === 'gone')) return refused(form, removed.refusals)
  return seeOther(context, `/organize/${event.slug}/questions`)
}

export default function Remove() {
  const { name, answers } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  const { slug } = useDesk()
  const { t } = usePage()
  return (
    <Confirm
      form={form}
      title={answers > 0 ? t('organize.retireTitle') : t('organize.removeQuestionTitle')}
      button={answers > 0 ? t('organize.retire') : t('organize.removeQuestion')}
      back={`/organize/${slug}/questions`}
    >
      <p>
        <b>
          <bdi>{name}</bdi>
        </b>
      </p>
      <p>{answers > 0 ? t('organize.retireLead', { count: answers }) : t('organize.removeQuestionLead')}</p>
    </Confirm>
  )
}
