import type { ShownOrder } from './shown-order.ts'
import type { PaperListed } from '#app/payments/papers/queries.server.ts'
import { Leaf } from '#app/ui/leaf.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { formatDay } from '#app/values/dates.ts'

/** What of an order's money can be printed and kept: its invoices, receipts and credit notes. */
export function OrderPapers({ order, papers, orderKey }: { order: ShownOrder; papers: Papers; orderKey: string }) {
  const { t, path, language } = usePage()
  const address = `/orders/${order.code}`
  const asks =
    papers.hasIssuer &&
    order.due > 0 &&
    order.registrations.some(({ state }) => state === 'held' || state === 'confirmed') &&
    !papers.issued.some(({ kind }) => kind === 'invoice')
  if (papers.issued.length === 0 && !asks) return null
  return (
    <Leaf id="papers" title={t('paper.papersHeading')} isPrinted={false}>
      <ul className="noprint">
        {papers.issued.map(({ kind, number, issuedOn }) => (
          <li key={number}>
            <a href={path(`${address}/invoice.pdf?${new URLSearchParams({ number, key: orderKey })}`)}>
              {t('paper.downloadPaper', {
                paper: t(`paper.title.${kind}`, { number }),
                day: formatDay(issuedOn, language),
              })}
            </a>
          </li>
        ))}
        {asks && (
          <li>
            <a href={path(`${address}/invoice.pdf?key=${orderKey}`)}>{t('paper.downloadProForma')}</a>
          </li>
        )}
      </ul>
    </Leaf>
  )
}

export interface Papers {
  issued: PaperListed[]
  /** Whether somebody can ask for what is due: then there is a pro-forma while no invoice is issued. */
  hasIssuer: boolean
}
