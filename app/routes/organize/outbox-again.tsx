import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Confirm } from './confirm.tsx'
import { deskMeta, useDesk } from './desk.ts'
import { refused } from './failed.server.ts'
import { addressOfOutbox, outboxFilterOf } from './outbox-filter.ts'
import { seeOther } from '#app/http/answers.ts'
import { readForm } from '#app/http/form.server.ts'
import { requireOrganizer } from '#app/http/guards.server.ts'
import { countOutbox } from '#app/mail/outbox-of-event.server.ts'
import { tryEventAgain } from '#app/mail/try-event-again.server.ts'
import { usePage } from '#app/ui/use-page.ts'
import { EMPTY_FORM } from '#app/values/form-state.ts'

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('broadcast.box.againTitle'))

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { event } = await requireOrganizer(request, context, params['event']!)
  const filter = { ...outboxFilterOf(new URL(request.url).searchParams), state: 'undeliverable' as const }
  const total = await countOutbox(context.services.db, { eventId: event.id, filter })
  return { total, query: addressOfOutbox(filter) }
}

/** One mail by its button in the list, or all that the address asks for. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { event, signedIn } = await requireOrganizer(request, context, params['event']!)
  const form = await readForm(request)
  const message = form.get('message')
  const { template, domain } = outboxFilterOf(new URL(request.url).searchParams)
  const tried = await tryEventAgain(context.services.db, {
    eventId: event.id,
    which: typeof message === 'string' ? { messageId: message } : { template, domain },
    now: context.now,
    actor: { kind: 'account', id: signedIn.accountId },
  })
  if (!tried.ok) return refused(form, tried.refusals)
  return seeOther(context, `/organize/${event.slug}/messages/outbox?again=${tried.value.count}`)
}

export default function Again() {
  const { total, query } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  const { slug } = useDesk()
  const { t } = usePage()
  return (
    <Confirm
      form={form}
      title={t('broadcast.box.againTitle')}
      button={t('broadcast.box.again')}
      back={`/organize/${slug}/messages/outbox?${query}`}
      isBlocked={total === 0}
    >
      <p>{total === 0 ? t('broadcast.box.nothingDetail') : t('broadcast.box.againLead', { count: total })}</p>
      <p className="hint">{t('broadcast.box.againHint')}</p>
    </Confirm>
  )
}
