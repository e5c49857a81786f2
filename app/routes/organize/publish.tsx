import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Checklist } from './checklist.tsx'
import { Confirm } from './confirm.tsx'
import { deskMeta, useDesk } from './desk.ts'
import { refused } from './failed.server.ts'
import { findPublishFacts } from '#app/events/find-publish-facts.server.ts'
import { publishChecklist, stopsOf } from '#app/events/publish-checklist.ts'
import { publishEvent } from '#app/events/publish-event.server.ts'
import { seeOther } from '#app/http/answers.ts'
import { readForm } from '#app/http/form.server.ts'
import { requireOrganizer } from '#app/http/guards.server.ts'
import { usePage } from '#app/ui/use-page.ts'
import { EMPTY_FORM } from '#app/values/form-state.ts'
import { wallClock } from '#app/values/moment.ts'

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('organize.publish'))

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { event } = await requireOrganizer(request, context, params.event!)
  const facts = await findPublishFacts(context.services.db, event.id)
  const checklist = publishChecklist(facts!, wallClock(context.now, facts!.zone).day)
  return { checklist, isReady: stopsOf(checklist).length === 0 }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { event, signedIn } = await requireOrganizer(request, context, params.event!)
  const form = await readForm(request)
  const published = await publishEvent(context.services.db, {
    eventId: event.id,
    now: context.now,
    actor: { kind: 'account', id: signedIn.accountId },
  })
  if (!published.ok) return refused(form, published.refusals)
  return seeOther(context, `/organize/${event.slug}`)
}

export default function Publish() {
  const { checklist, isReady } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  const { slug, status } = useDesk()
  const { t } = usePage()
  return (
    <Confirm
      form={form}
      title={t('organize.publishTitle')}
      button={t('organize.publish')}
      back={`/organize/${slug}`}
      isBlocked={!isReady || status !== 'draft'}
    >
      <p>{status === 'draft' ? t('organize.publishLead') : t('organize.notDraft')}</p>
      <p>
        <code>{`/events/${slug}`}</code>
      </p>
      {status === 'draft' && <Checklist items={checklist} slug={slug} />}
    </Confirm>
  )
}
