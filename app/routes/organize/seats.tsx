import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { deskMeta, useDesk } from './desk.ts'
import { SeatsOfQuotas } from './seats-of-quota.tsx'
import { SeatsTickets } from './seats-tickets.tsx'
import { notFound } from '#app/http/answers.ts'
import { requireRight } from '#app/http/guards.server.ts'
import { accountSeats } from '#app/participants/accounting/account-seats.ts'
import { saleOf } from '#app/participants/accounting/sale-of.server.ts'
import { whenFree } from '#app/participants/accounting/when-free.server.ts'
import { whyNotBought } from '#app/participants/accounting/why-not-bought.ts'
import { listQuotas, listTicketTypes } from '#app/registrations/offer/queries.server.ts'
import { listQuotaUse } from '#app/registrations/offer/quota-use.server.ts'
import { Empty } from '#app/ui/empty.tsx'
import { usePage } from '#app/ui/use-page.ts'

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('registrant.seats.title'))

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { event } = await requireRight(request, context, params['event']!, 'people')
  const { services, language, now } = context
  const { db } = services
  const [sale, quotas, uses, returning, types] = await Promise.all([
    saleOf(db, event.id),
    listQuotas(db, event.id),
    listQuotaUse(db, event.id),
    whenFree(db, event.id),
    listTicketTypes(db, event.id, language),
  ])
  if (!sale) throw notFound()
  return {
    quotas: quotas.map(({ id, name, size, overBy, waiting }) => ({
      id,
      name,
      overBy,
      waiting,
      account: accountSeats({ size }, uses[id]),
      returning: returning.filter(({ quotaId }) => quotaId === id),
    })),
    tickets: types.map((type) => ({
      id: type.id,
      name: type.name,
      textLanguage: type.textLanguage,
      why: whyNotBought(
        sale,
        type,
        quotas.filter(({ id }) => type.quotaIds.includes(id)),
        now,
      ),
    })),
  }
}

export type SeatsData = ReturnType<typeof useLoaderData<typeof loader>>

/** Where every seat is, and why one can or cannot have another. */
export default function SeatsPage() {
  const { quotas, tickets } = useLoaderData<typeof loader>()
  const { slug, rights } = useDesk()
  const { t, path } = usePage()
  return (
    <>
      <div className="row ends">
        <div>
          <h1>{t('registrant.seats.title')}</h1>
          <p className="mute">{t('registrant.seats.lead')}</p>
        </div>
      </div>
      {quotas.length === 0 ? (
        <Empty title={t('organize.noQuotas')} level="h2">
          <p>{t('organize.noQuotasWhy')}</p>
          {rights.includes('organize') && (
            <p>
              <a href={path(`/organize/${slug}/seats/new`)}>{t('organize.addQuota')}</a>
            </p>
          )}
        </Empty>
      ) : (
        <SeatsOfQuotas quotas={quotas} />
      )}
      <SeatsTickets tickets={tickets} />
    </>
  )
}
