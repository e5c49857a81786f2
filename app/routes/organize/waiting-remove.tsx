import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Confirm } from './confirm.tsx'
import { deskMeta, useDesk } from './desk.ts'
import { refused } from './failed.server.ts'
import { notFound, seeOther } from '#app/http/answers.ts'
import { readForm } from '#app/http/form.server.ts'
import { requireOrganizer } from '#app/http/guards.server.ts'
import { usePage } from '#app/ui/use-page.ts'
import { EMPTY_FORM } from '#app/values/form-state.ts'
import { findWaiting } from '#app/waiting-list/desk-queries.server.ts'
import { leaveWaitingList } from '#app/waiting-list/leave-waiting-list.server.ts'

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('waiting.desk.removeTitle'))

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { event } = await requireOrganizer(request, context, params['event']!)
  const entry = await findWaiting(context.services.db, {
    eventId: event.id,
    entryId: params['entry']!,
    language: context.language,
  })
  // Whose money is here leaves by getting it back, which finance does.
  if (!entry || entry.orderId !== null) throw notFound()
  return { id: entry.id, name: entry.fullName }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { event, signedIn } = await requireOrganizer(request, context, params['event']!)
  const form = await readForm(request)
  const { db } = context.services
  const find = { eventId: event.id, entryId: params['entry']!, language: context.language }
  const entry = await findWaiting(db, find)
  if (!entry || entry.orderId !== null) throw notFound()
  const removed = await leaveWaitingList(db, {
    entryId: entry.id,
    now: context.now,
    actor: { kind: 'account', id: signedIn.accountId },
    isRemoved: true,
  })
  if (!removed.ok) return refused(form, removed.refusals)
  return seeOther(context, `/organize/${event.slug}/waiting`)
}

export default function Remove() {
  const { id, name } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  const { slug } = useDesk()
  const { t } = usePage()
  return (
    <Confirm
      form={form}
      title={t('waiting.desk.removeTitle')}
      button={t('waiting.desk.removeButton')}
      back={`/organize/${slug}/waiting/${id}`}
    >
      <p>
        <b>
          <bdi>{name}</bdi>
        </b>
      </p>
      <p>{t('waiting.desk.removeLead')}</p>
    </Confirm>
  )
}
