import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Confirm } from './confirm.tsx'
import { deskMeta, useDesk } from './desk.ts'
import { refused } from './failed.server.ts'
import { unpublishEvent } from '#app/events/publishing/unpublish-event.server.ts'
import { seeOther } from '#app/http/answers.ts'
import { readForm } from '#app/http/form.server.ts'
import { requireOrganizer } from '#app/http/guards.server.ts'
import { countActive } from '#app/participants/event-queries.server.ts'
import { usePage } from '#app/ui/use-page.ts'
import { EMPTY_FORM } from '#app/values/form-state.ts'

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('organize.unpublish'))

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { event } = await requireOrganizer(request, context, params.event!)
  return { registrations: await countActive(context.services.db, event.id) }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { event, signedIn } = await requireOrganizer(request, context, params.event!)
  const form = await readForm(request)
  const unpublished = await unpublishEvent(context.services.db, {
    eventId: event.id,
    now: context.now,
    actor: { kind: 'account', id: signedIn.accountId },
  })
  if (!unpublished.ok) return refused(form, unpublished.refusals)
  return seeOther(context, `/organize/${event.slug}`)
}

export default function Unpublish() {
  const { registrations } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  const { slug, status } = useDesk()
  const { t, path } = usePage()
  const isBlocked = registrations > 0 || status !== 'published'
  return (
    <Confirm
      form={form}
      title={t('organize.unpublishTitle')}
      button={t('organize.unpublish')}
      back={`/organize/${slug}`}
      isBlocked={isBlocked}
    >
      {status !== 'published' ? (
        <p>{t('organize.notPublished')}</p>
      ) : registrations > 0 ? (
        <>
          <p>{t('organize.unpublishBlocked', { count: registrations })}</p>
          <p>
            <a href={path(`/organize/${slug}/cancel`)}>{t('organize.cancel')}</a>
          </p>
        </>
      ) : (
        <p>{t('organize.unpublishLead')}</p>
      )}
    </Confirm>
  )
}
