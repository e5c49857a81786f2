import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { LISTED } from './call-part-lists.ts'
import { requireCall } from './call.server.ts'
import { Confirm } from './confirm.tsx'
import { deskMeta } from './desk.ts'
import { refused } from './failed.server.ts'
import { useCall } from './use-call.ts'
import { findCallPart, removeCallPart } from '#app/applications/calls/remove-call-part.server.ts'
import { isCallPart } from '#app/applications/calls/move-call-part.server.ts'
import { notFound, seeOther } from '#app/http/answers.ts'
import { readForm } from '#app/http/form.server.ts'
import { usePage } from '#app/ui/use-page.ts'
import { EMPTY_FORM } from '#app/values/form-state.ts'

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('organize.remove'))

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { call } = await requireCall(request, context, params)
  const { part = '', row = '' } = params
  if (!isCallPart(part)) throw notFound()
  const found = await findCallPart(context.services.db, { callId: call.id, part, id: row, language: context.language })
  if (!found) throw notFound()
  return { part, list: LISTED[part], ...found }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { event, signedIn, call } = await requireCall(request, context, params)
  const { part = '', row = '' } = params
  if (!isCallPart(part)) throw notFound()
  const form = await readForm(request)
  const removed = await removeCallPart(context.services.db, {
    eventId: event.id,
    callId: call.id,
    part,
    id: row,
    now: context.now,
    actor: { kind: 'account', id: signedIn.accountId },
  })
  if (!removed.ok && !removed.refusals.some(({ code }) => code === 'gone')) return refused(form, removed.refusals)
  return seeOther(context, `/organize/${event.slug}/calls/${call.slug}/${LISTED[part]}`)
}

/** Asks once more before something of a call is removed. */
export default function CallRemove() {
  const { part, name, isAnswered, list } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  const { slug, call } = useCall()
  const { t } = usePage()
  return (
    <Confirm
      form={form}
      title={isAnswered ? t('organize.retireTitle') : t(`call.removal.${part}.title`)}
      button={isAnswered ? t('organize.retire') : t(`call.removal.${part}.button`)}
      back={`/organize/${slug}/calls/${call.slug}/${list}`}
    >
      <p>
        <b>
          <bdi>{name}</bdi>
        </b>
      </p>
      <p>{isAnswered ? t('call.removal.retire') : t(`call.removal.${part}.lead`)}</p>
    </Confirm>
  )
}
