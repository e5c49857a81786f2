import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData, useSearchParams } from '@remix-run/react'
import { FinancePage, financeHeaders } from './finance-page.tsx'
import { RefundFacts } from './refund-facts.tsx'
import { refundStateKey } from './refund-words.ts'
import { notFound } from '#app/http/answers.ts'
import { requireFinance } from '#app/http/guards.server.ts'
import { financeRefund } from '#app/payments/finance/finance-refund.server.ts'
import { Crumbs } from '#app/ui/crumbs.tsx'
import { Note } from '#app/ui/note.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'
import { usePage } from '#app/ui/use-page.ts'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { reach } = await requireFinance(request, context)
  const { services, language } = context
  const refund = await financeRefund(services.db, { id: params.refund!, reach, language })
  if (!refund) throw notFound()
  return { refund, seesAll: reach === 'all' }
}

export const headers = financeHeaders

export const meta: MetaFunction<typeof loader> = (args) => pageMeta(args, (t) => ({ title: t('finance.refundTitle') }))

export const handle = { shell: 'work', section: 'finance' }

export default function FinanceRefund() {
  const { t, path } = usePage()
  const { refund, seesAll } = useLoaderData<typeof loader>()
  const [query] = useSearchParams()
  const to = (action: string) => path(`/finance/refunds/${refund.id}/${action}`)
  return (
    <FinancePage
      title={t('finance.refundTitle')}
      lead={t(refundStateKey(refund.state))}
      before={<Crumbs trail={[{ to: '/finance/refunds', label: t('finance.side.refunds') }, { label: refund.code }]} />}
      seesAll={seesAll}
    >
      {query.get('done') === 'decided' && (
        <Note is="ok">
          <p>{t('finance.doneOf.decided')}</p>
        </Note>
      )}
      <RefundFacts refund={refund} />
      {refund.state === 'approval' && refund.fileId !== null && (
        <p>
          <a href={to('paper')}>{t('change.paper')}</a>
        </p>
      )}
      <p className="row">
        {refund.state === 'approval' && (
          <>
            <a className="btn" href={to('agree')}>
              {t('finance.agree.do')}
            </a>
            <a className="btn" href={to('refuse')}>
              {t('finance.refuse.do')}
            </a>
          </>
        )}
        {refund.state === 'manual' && (
          <a className="btn" href={to('sent')}>
            {t('finance.sent.do')}
          </a>
        )}
        {refund.mayRetry && (
          <a className="btn" href={to('retry')}>
            {t('finance.retry.do')}
          </a>
        )}
        <a className="btn" href={path(`/finance/orders/${refund.code}`)}>
          {t('finance.openOrder')}
        </a>
      </p>
    </FinancePage>
  )
}
