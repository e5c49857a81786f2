import type { ActionFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Confirm } from './confirm.tsx'
import { deskMeta, useDesk } from './desk.ts'
import { refused } from './failed.server.ts'
import { loadRequest } from './publish-answer.server.ts'
import { RequestFacts } from './publish-requests.tsx'
import { withdrawRequest } from '#app/events/publishing/answer-request.server.ts'
import { seeOther } from '#app/http/answers.ts'
import { readForm } from '#app/http/form.server.ts'
import { requireOrganizer } from '#app/http/guards.server.ts'
import { usePage } from '#app/ui/use-page.ts'
import { EMPTY_FORM } from '#app/values/form-state.ts'

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('publishing.withdraw'))

export const loader = loadRequest

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { event, signedIn } = await requireOrganizer(request, context, params.event!)
  const form = await readForm(request)
  const withdrawn = await withdrawRequest(context.services.db, {
    eventId: event.id,
    requestId: params.request!,
    now: context.now,
    actor: { kind: 'account', id: signedIn.accountId },
  })
  if (!withdrawn.ok) return refused(form, withdrawn.refusals)
  return seeOther(context, `/organize/${event.slug}/publish`)
}

export default function Withdraw() {
  const { asked } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  const { slug } = useDesk()
  const { t } = usePage()
  const isOpen = asked.state === 'asked' || asked.state === 'agreed'
  return (
    <Confirm
      form={form}
      title={t('publishing.withdrawTitle')}
      button={t('publishing.withdraw')}
      back={`/organize/${slug}/publish`}
      isBlocked={!isOpen}
    >
      <p>{t(isOpen ? 'publishing.withdrawLead' : 'refusal.request-over')}</p>
      <RequestFacts request={asked} />
    </Confirm>
  )
}
