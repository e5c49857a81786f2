import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { deskMeta, useDesk } from './desk.ts'
import { QuotaTable } from './quota-table.tsx'
import { TicketTable } from './ticket-table.tsx'
import { requireOrganizer } from '#app/http/guards.server.ts'
import { listQuotaUse } from '#app/registrations/offer/quota-use.server.ts'
import { listQuotas, listTicketTypes } from '#app/registrations/offer/queries.server.ts'
import { usePage } from '#app/ui/use-page.ts'

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('organize.tickets'))

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { event } = await requireOrganizer(request, context, params.event!)
  const { db } = context.services
  const [ticketTypes, quotas, uses] = await Promise.all([
    listTicketTypes(db, event.id, context.language),
    listQuotas(db, event.id),
    listQuotaUse(db, event.id),
  ])
  return { ticketTypes, quotas, uses }
}

export default function Tickets() {
  const { ticketTypes, quotas, uses } = useLoaderData<typeof loader>()
  const { slug } = useDesk()
  const { t, path } = usePage()
  return (
    <>
      <div className="row ends">
        <div>
          <h1>{t('organize.tickets')}</h1>
          <p className="mute">{t('organize.ticketsLead')}</p>
        </div>
        <p className="row">
          <a className="btn" href={path(`/organize/${slug}/seats/new`)}>
            {t('organize.addQuota')}
          </a>{' '}
          <a className="btn go" href={path(`/organize/${slug}/tickets/new`)}>
            {t('organize.addTicket')}
          </a>
        </p>
      </div>
      <TicketTable ticketTypes={ticketTypes} quotas={quotas} />
      <QuotaTable ticketTypes={ticketTypes} quotas={quotas} uses={uses} />
    </>
  )
}
