import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { FinancePage, financeHeaders } from './finance-page.tsx'
import { PayoutsTable } from '#app/ui/award/payouts-table.tsx'
import { requireFinance } from '#app/http/guards.server.ts'
import { existingPage, pageCount, pageNumber } from '#app/participants/paging.ts'
import { countPayouts, listPayouts } from '#app/scholarships/payouts/list-payouts.server.ts'
import { PAYOUT_STATES, PAYOUTS_PAGE, readPayoutState } from '#app/scholarships/payouts/payout-list.ts'
import { Empty } from '#app/ui/empty.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'
import { Pages } from '#app/ui/pages.tsx'
import { usePage } from '#app/ui/use-page.ts'

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { reach } = await requireFinance(request, context)
  const { db } = context.services
  const address = new URL(request.url).searchParams
  const state = readPayoutState(address)
  const wanted = { scope: { reach }, state }
  const count = await countPayouts(db, wanted)
  const page = existingPage(pageNumber(address.get('page')), count, PAYOUTS_PAGE)
  const at = { limit: PAYOUTS_PAGE, offset: (page - 1) * PAYOUTS_PAGE }
  const payouts = await listPayouts(db, { ...wanted, ...at, language: context.language })
  return { state, count, page, payouts, seesAll: reach === 'all' }
}

export const headers = financeHeaders

export const meta: MetaFunction<typeof loader> = (args) => pageMeta(args, (t) => ({ title: t('award.payouts.title') }))

export const handle = { shell: 'work', section: 'finance' }

export default function FinancePayouts() {
  const { state, count, page, payouts, seesAll } = useLoaderData<typeof loader>()
  const { t, path } = usePage()
  const base = '/finance/payouts'
  return (
    <FinancePage title={t('award.payouts.title')} lead={t('award.payouts.financeLead')} seesAll={seesAll}>
      {(count > 0 || state !== '') && (
        <form className="row filt" role="search" aria-label={t('award.filter')} action={path(base)}>
          <div>
            <label htmlFor="state">{t('award.state')}</label>
            <select id="state" name="state" defaultValue={state}>
              <option value="">{t('award.all')}</option>
              {PAYOUT_STATES.map((value) => (
                <option key={value} value={value}>
                  {t(`award.payouts.states.${value}`)}
                </option>
              ))}
            </select>
          </div>
          <button>{t('award.show')}</button>
        </form>
      )}
      {payouts.length === 0 ? (
        <Empty title={t('award.payouts.none')} level="h2">
          <p>{t('award.payouts.noneWhy')}</p>
        </Empty>
      ) : (
        <PayoutsTable payouts={payouts} base={base} hasEvents />
      )}
      <Pages
        page={page}
        pageCount={pageCount(count, PAYOUTS_PAGE)}
        addressOf={(number) => path(`${base}?${new URLSearchParams({ state, page: String(number) })}`)}
      />
    </FinancePage>
  )
}
