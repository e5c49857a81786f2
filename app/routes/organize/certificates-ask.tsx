import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Confirm } from './confirm.tsx'
import { deskMeta, useDesk } from './desk.ts'
import { refused } from './failed.server.ts'
import { askNames } from '#app/certificates/ask-names.server.ts'
import { namesUntil, readRule } from '#app/certificates/read-rule.server.ts'
import { findEventForEditing } from '#app/events/editing-queries.server.ts'
import { seeOther } from '#app/http/answers.ts'
import { readForm } from '#app/http/form.server.ts'
import { requireRight } from '#app/http/guards.server.ts'
import { usePage } from '#app/ui/use-page.ts'
import { formatMoment } from '#app/values/dates.ts'
import { EMPTY_FORM } from '#app/values/form-state.ts'

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('certificate.ask.title'))

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { event } = await requireRight(request, context, params.event!, 'organize')
  const { db } = context.services
  const [rule, own] = await Promise.all([readRule(db, event.id), findEventForEditing(db, event.id, context.language)])
  const { endsOn, zone } = own!
  return { until: namesUntil(rule, { lastOn: endsOn, zone }) }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { event, signedIn } = await requireRight(request, context, params.event!, 'organize')
  const form = await readForm(request)
  const actor = { kind: 'account', id: signedIn.accountId } as const
  const asked = await askNames(context.services.db, { eventId: event.id, actor, now: context.now })
  if (!asked.ok) return refused(form, asked.refusals)
  return seeOther(context, `/organize/${event.slug}/certificates?ask=${asked.value.asked}`)
}

/** Sends everybody the link to their name. */
export default function Ask() {
  const { until } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  const { slug, zone } = useDesk()
  const { t, language } = usePage()
  return (
    <Confirm
      form={form}
      title={t('certificate.ask.title')}
      button={t('certificate.ask.button')}
      back={`/organize/${slug}/certificates`}
    >
      <p className="lead">{t('certificate.ask.lead')}</p>
      <p>{t('certificate.ask.until', { when: formatMoment(until, zone, language) })}</p>
    </Confirm>
  )
}
