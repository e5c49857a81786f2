import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Confirm } from './confirm.tsx'
import { deskMeta, useDesk } from './desk.ts'
import { refused } from './failed.server.ts'
import { notFound, seeOther } from '#app/http/answers.ts'
import { readForm } from '#app/http/form.server.ts'
import { requireOrganizer } from '#app/http/guards.server.ts'
import { listTicketTypes } from '#app/registrations/offer/queries.server.ts'
import { removeTicketType } from '#app/registrations/offer/remove-ticket-type.server.ts'
import { usePage } from '#app/ui/use-page.ts'
import { EMPTY_FORM } from '#app/values/form-state.ts'

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('organize.removeTicketTitle'))

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { event } = await requireOrganizer(request, context, params.event!)
  const all = await listTicketTypes(context.services.db, event.id, context.language)
  const one = all.find(({ id }) => id === params.type)
  if (!one) throw notFound()
  return { name: one.name, registrations: one.registrations }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { event, signedIn } = await requireOrganizer(request, context, params.event!)
  const form = await readForm(request)
  const removed = await removeTicketType(context.services.db, {
    eventId: event.id,
    ticketTypeId: params.type!,
    now: context.now,
    actor: { kind: 'account', id: signedIn.accountId },
  })
  // Whoever removes what somebody else removed a moment ago has what they wanted.
  if (!removed.ok && !removed.refusals.some(({ code }) => code === 'gone')) return refused(form, removed.refusals)
  return seeOther(context, `/organize/${event.slug}/tickets`)
}

export default function Remove() {
  const { name, registrations } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  const { slug } = useDesk()
  const { t } = usePage()
  return (
    <Confirm
      form={form}
      title={t('organize.removeTicketTitle')}
      button={t('organize.removeTicket')}
      back={`/organize/${slug}/tickets`}
      isBlocked={registrations > 0}
    >
      <p>
        <b>
          <bdi>{name}</bdi>
        </b>
      </p>
      <p>{registrations > 0 ? t('organize.ticketInUse', { count: registrations }) : t('organize.removeTicketLead')}</p>
    </Confirm>
  )
}
