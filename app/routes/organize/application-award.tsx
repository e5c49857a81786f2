import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { askedApplicationOf } from './application-asked.server.ts'
import { Confirm } from './confirm.tsx'
import { deskMeta } from './desk.ts'
import { refused } from './failed.server.ts'
import { useCall } from './use-call.ts'
import { seeOther } from '#app/http/answers.ts'
import { readForm } from '#app/http/form.server.ts'
import { beginAward } from '#app/scholarships/awards/begin-award.server.ts'
import { isolate } from '#app/ui/isolate.ts'
import { usePage } from '#app/ui/use-page.ts'
import { EMPTY_FORM } from '#app/values/form-state.ts'

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('award.begin.title'))

export async function loader(args: LoaderFunctionArgs) {
  const { place } = await askedApplicationOf(args)
  return { id: place.id, name: place.fullName || place.code }
}

export async function action(args: ActionFunctionArgs) {
  const { event, call, place, actor } = await askedApplicationOf(args)
  const { services, now } = args.context
  const form = await readForm(args.request)
  const ids = { eventId: event.id, callId: call.id, applicationId: place.id }
  const begun = await beginAward(services.db, { ...ids, now, actor })
  if (!begun.ok) return refused(form, begun.refusals)
  return seeOther(args.context, `/organize/${event.slug}/awards/${begun.value}/edit`)
}

/** Says what an award by hand is, before one is begun. */
export default function BeginAward() {
  const { id, name } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  const { slug, call } = useCall()
  const { t } = usePage()
  return (
    <Confirm
      form={form}
      title={t('award.begin.title')}
      button={t('award.begin.button')}
      back={`/organize/${slug}/calls/${call.slug}/applications/${id}`}
    >
      <p>{t('award.begin.lead', { name: isolate(name) })}</p>
      <p>{t('award.begin.afterwards')}</p>
    </Confirm>
  )
}
