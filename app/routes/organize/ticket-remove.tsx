import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { deskMeta } from './desk.ts'
import { Removal } from './removal.tsx'
import { removing } from './removing.server.ts'
import { notFound } from '#app/http/answers.ts'
import { requireOrganizer } from '#app/http/guards.server.ts'
import { listTicketTypes } from '#app/registrations/offer/queries.server.ts'
import { removeTicketType } from '#app/registrations/offer/remove-ticket-type.server.ts'
import { usePage } from '#app/ui/use-page.ts'

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('organize.removeTicketTitle'))

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { event } = await requireOrganizer(request, context, params.event!)
  const all = await listTicketTypes(context.services.db, event.id, context.language)
  const one = all.find(({ id }) => id === params.type)
  if (!one) throw notFound()
  return { name: one.name, registrations: one.registrations }
}

export const action = removing('tickets', (db, removal, { type }) =>
  removeTicketType(db, { ...removal, ticketTypeId: type! }),
)

export default function Remove() {
  const { name, registrations } = useLoaderData<typeof loader>()
  const { t } = usePage()
  return (
    <Removal
      name={name}
      title={t('organize.removeTicketTitle')}
      button={t('organize.removeTicket')}
      lead={registrations > 0 ? t('organize.ticketInUse', { count: registrations }) : t('organize.removeTicketLead')}
      list="tickets"
      isBlocked={registrations > 0}
    />
  )
}
