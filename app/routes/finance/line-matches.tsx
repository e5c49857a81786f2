import { FinanceTable, OrderLink } from './list-parts.tsx'
import { Leaf } from '#app/ui/leaf.tsx'
import { Moment } from '#app/ui/moment.tsx'
import { Price } from '#app/ui/money.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { usePage } from '#app/ui/use-page.ts'

interface Matched {
  id: string
  currency: string
  zone: string
  matches: {
    paymentId: string
    amountMinor: number
    matchedBy: string | null
    createdAt: string
    code: string
    reversesId: string | null
    reversedBy: string | null
  }[]
}

/** Which orders a line paid, and what of it was undone: both stay to be read. */
export function LineMatches({ line }: { line: Matched }) {
  const { t, path } = usePage()
  return (
    <Leaf id="matches" title={t('finance.line.matches')} isWide>
      <FinanceTable
        labelledBy="matches"
        columns={[
          { label: t('finance.order') },
          { label: t('finance.booked') },
          { label: t('finance.line.by') },
          { label: t('finance.amount'), is: 'num' },
          { label: t('finance.next') },
        ]}
      >
        {line.matches.map((match) => (
          <tr key={match.paymentId}>
            <th scope="row" className="nowrap">
              <OrderLink code={match.code} />
            </th>
            <td>
              <Moment at={match.createdAt} zone={line.zone} />
            </td>
            <td>{t(match.matchedBy === null ? 'finance.line.byReference' : 'finance.line.byPerson')}</td>
            <td className="num">
              <Price isFull money={{ amountMinor: match.amountMinor, currency: line.currency }} />
            </td>
            <td>
              {match.reversesId !== null && <Tag is="off">{t('finance.reversal')}</Tag>}
              {match.reversedBy !== null && <Tag is="off">{t('finance.reversed')}</Tag>}
              {match.reversesId === null && match.reversedBy === null && (
                <a href={path(`/finance/lines/${line.id}/undo/${match.paymentId}`)}>
                  {t('finance.undo.do')}
                  <span className="vh"> {match.code}</span>
                </a>
              )}
            </td>
          </tr>
        ))}
      </FinanceTable>
    </Leaf>
  )
}
