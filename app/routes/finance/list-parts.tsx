import type { ReactNode } from 'react'
import { type FinanceFilter, financeQuery, isFiltered } from '#app/payments/finance/finance-filter.ts'
import { Empty } from '#app/ui/empty.tsx'
import { StepPages } from '#app/ui/pages.tsx'
import { ScrollTable } from '#app/ui/scroll-table.tsx'
import { usePage } from '#app/ui/use-page.ts'
import type { Steps } from '#app/values/cursor.ts'

/** A list of finance: how much there is and the file, the table, the pages; or why nothing is here. */
export function FinanceList({
  to,
  filter,
  count,
  steps,
  emptyWhy,
  children,
}: {
  to: string
  filter: FinanceFilter
  count: number
  steps: Steps
  emptyWhy: ReactNode
  children: ReactNode
}) {
  const { t, path } = usePage()
  if (count === 0) {
    return (
      <Empty title={t('finance.nothingFound')} level="h2">
        <p>{isFiltered(filter) ? <a href={path(to)}>{t('finance.filter.clear')}</a> : emptyWhy}</p>
      </Empty>
    )
  }
  return (
    <>
      <p className="row get">
        <b>{t('finance.rows', { count })}</b>{' '}
        <a href={path(`${to}.csv${financeQuery(filter)}`)} download>
          CSV <small>{t('finance.aboutSize', { size: Math.max(1, Math.round((count * 140) / 1024)) })}</small>
        </a>
      </p>
      {children}
      <StepPages steps={steps} addressOf={(cursor) => path(to + financeQuery(filter, cursor))} />
    </>
  )
}

export interface Column {
  label: string
  /** `num`: figures at the end; `more`: not on a telephone. */
  is?: 'num' | 'more'
}

export function FinanceTable({
  columns,
  labelledBy,
  children,
}: {
  columns: Column[]
  labelledBy: string
  children: ReactNode
}) {
  return (
    <ScrollTable labelledBy={labelledBy}>
      <thead>
        <tr>
          {columns.map(({ label, is }) => (
            <th key={label} scope="col" className={is}>
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </ScrollTable>
  )
}

/** The code of an order as the way to its money. */
export function OrderLink({ code }: { code: string }) {
  const { path } = usePage()
  return (
    <a href={path(`/finance/orders/${code}`)}>
      <bdi>{code}</bdi>
    </a>
  )
}

/** A text of an event in its own language. */
export function EventTitle({ title, titleLanguage }: { title: string; titleLanguage: string }) {
  const { language } = usePage()
  return <bdi lang={titleLanguage === language ? undefined : titleLanguage}>{title}</bdi>
}
