import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { deskMeta, useDesk } from './desk.ts'
import { FilterSelect } from './filter-select.tsx'
import { PayoutsTable } from '#app/ui/award/payouts-table.tsx'
import { requireRight } from '#app/http/guards.server.ts'
import { existingPage, pageCount, pageNumber } from '#app/participants/paging.ts'
import { countPayouts, listPayouts } from '#app/scholarships/payouts/list-payouts.server.ts'
import { PAYOUT_STATES, PAYOUTS_PAGE, readPayoutState } from '#app/scholarships/payouts/payout-list.ts'
import { Empty } from '#app/ui/empty.tsx'
import { Pages } from '#app/ui/pages.tsx'
import { usePage } from '#app/ui/use-page.ts'

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('award.payouts.title'))

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { event } = await requireRight(request, context, params.event!, 'organize')
  const { db } = context.services
  const address = new URL(request.url).searchParams
  const state = readPayoutState(address)
  const wanted = { scope: { eventId: event.id }, state }
  const count = await countPayouts(db, wanted)
  const page = existingPage(pageNumber(address.get('page')), count, PAYOUTS_PAGE)
  const at = { limit: PAYOUTS_PAGE, offset: (page - 1) * PAYOUTS_PAGE }
  const payouts = await listPayouts(db, { ...wanted, ...at, language: context.language })
  return { state, count, page, payouts }
}

export default function Payouts() {
  const { state, count, page, payouts } = useLoaderData<typeof loader>()
  const { slug } = useDesk()
  const { t, path } = usePage()
  const base = `/organize/${slug}/payouts`
  return (
    <>
      <div className="row ends">
        <div>
          <h1>{t('award.payouts.title')}</h1>
          <p className="mute">{t('award.payouts.lead')}</p>
        </div>
        <a className="btn" href={path(`${base}/stipends`)}>
          {t('award.payouts.sheet')}
        </a>
      </div>
      {(count > 0 || state !== '') && (
        <form className="row filt" role="search" aria-label={t('award.filter')} action={path(base)}>
          <FilterSelect
            name="state"
            label={t('award.state')}
            values={[state]}
            options={PAYOUT_STATES.map((value) => ({ value, label: t(`award.payouts.states.${value}`) }))}
          />
          <button>{t('award.show')}</button>
        </form>
      )}
      {payouts.length === 0 ? (
        <Empty title={t('award.payouts.none')} level="h2">
          <p>{t('award.payouts.noneWhy')}</p>
        </Empty>
      ) : (
        <PayoutsTable payouts={payouts} base={base} />
      )}
      <Pages
        page={page}
        pageCount={pageCount(count, PAYOUTS_PAGE)}
        addressOf={(number) => path(`${base}?${new URLSearchParams({ state, page: String(number) })}`)}
      />
    </>
  )
}
