import { FinanceTable } from './list-parts.tsx'
import { LineTag } from './statement-tag.tsx'
import { Price } from '#app/ui/money.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { formatDay } from '#app/values/dates.ts'

export interface ShownLine {
  id: string
  bookedOn: string
  payer: string
  reference: string
  amountMinor: number
  currency: string
  isReversal: 0 | 1
  state: string
}

export function LinesTable({ lines, labelledBy }: { lines: ShownLine[]; labelledBy: string }) {
  const { t, language, path } = usePage()
  return (
    <FinanceTable
      labelledBy={labelledBy}
      columns={[
        { label: t('finance.line.day') },
        { label: t('finance.line.payer') },
        { label: t('finance.line.text'), is: 'more' },
        { label: t('finance.amount'), is: 'num' },
        { label: t('finance.filter.state') },
      ]}
    >
      {lines.map((line) => (
        <tr key={line.id}>
          <td className="nowrap">{formatDay(line.bookedOn, language)}</td>
          <th scope="row">
            <a href={path(`/finance/lines/${line.id}`)}>
              <bdi>{line.payer || t('finance.line.noPayer')}</bdi>
            </a>
          </th>
          <td className="more">
            <bdi>{line.reference}</bdi>
          </td>
          <td className="num">
            <Price isFull money={line} />
          </td>
          <td>
            <LineTag state={line.state} />
            {line.isReversal === 1 && (
              <>
                <br />
                <small>{t('finance.line.reversal')}</small>
              </>
            )}
          </td>
        </tr>
      ))}
    </FinanceTable>
  )
}
