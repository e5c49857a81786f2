import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData, useSearchParams } from '@remix-run/react'
import { FinancePage, financeHeaders } from './finance-page.tsx'
import { financePayout } from './payout.server.ts'
import { PayoutFacts } from '#app/ui/award/payout-facts.tsx'
import { Crumbs } from '#app/ui/crumbs.tsx'
import { Note } from '#app/ui/note.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'
import { usePage } from '#app/ui/use-page.ts'

export async function loader(given: LoaderFunctionArgs) {
  const { payout, seesAll } = await financePayout(given)
  return { payout, seesAll }
}

export const headers = financeHeaders

export const meta: MetaFunction<typeof loader> = (args) => pageMeta(args, (t) => ({ title: t('award.payouts.title') }))

export const handle = { shell: 'work', section: 'finance' }

export default function FinancePayout() {
  const { payout, seesAll } = useLoaderData<typeof loader>()
  const [query] = useSearchParams()
  const { t, path } = usePage()
  const to = (action: string) => path(`/finance/payouts/${payout.id}/${action}`)
  const { state } = payout
  return (
    <FinancePage
      title={<bdi>{payout.fullName}</bdi>}
      lead={<bdi>{payout.title}</bdi>}
      before={
        <Crumbs
          trail={[{ to: '/finance/payouts', label: t('award.payouts.title') }, { label: <bdi>{payout.fullName}</bdi> }]}
        />
      }
      seesAll={seesAll}
    >
      {query.has('done') && (
        <Note is="ok">
          <p>{t('award.payouts.done')}</p>
        </Note>
      )}
      <PayoutFacts payout={payout} base="/finance/payouts" />
      <p className="row">
        {state === 'checked' && (
          <a className="btn go" href={to('approve')}>
            {t('award.payouts.approve')}
          </a>
        )}
        {state === 'approved' && (
          <a className="btn go" href={to('pay')}>
            {t('award.payouts.pay')}
          </a>
        )}
        {['claimed', 'checked', 'approved'].includes(state) && <a href={to('refuse')}>{t('award.payouts.refuse')}</a>}
      </p>
    </FinancePage>
  )
}
