import { Empty } from '#app/ui/empty.tsx'
import { isolateIn } from '#app/ui/isolate.ts'
import { Moment } from '#app/ui/moment.tsx'
import { Price } from '#app/ui/money.tsx'
import { ScrollTable } from '#app/ui/scroll-table.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { formatMoney } from '#app/values/money.ts'

interface Paid {
  id: string
  method: string
  how: 'cash' | 'card' | null
  amountMinor: number
  currency: string
  receivedAt: string
  /** What went back of it, in minor units. */
  returned: number
}

/** What has been paid on an order; what the desk took can be given back there. */
export function DeskPayments({ payments, zone }: { payments: Paid[]; zone: string }) {
  const { t, path, language } = usePage()
  if (payments.length === 0) return <Empty title={t('pay.desk.noPayments')} />
  return (
    <ScrollTable labelledBy="payments">
      <thead>
        <tr>
          <th scope="col">{t('finance.received')}</th>
          <th scope="col">{t('pay.decide.method')}</th>
          <th scope="col" className="num">
            {t('finance.amount')}
          </th>
          <th scope="col">
            <span className="vh">{t('pay.desk.reverse')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {payments.map(({ id, method, how, receivedAt, returned, ...money }) => (
          <tr key={id}>
            <th scope="row">
              <Moment at={receivedAt} zone={zone} />
            </th>
            <td>{how ? t(`pay.desk.${how}`) : t(`pay.method.${method as 'card'}`)}</td>
            <td className="num">
              <Price isFull money={money} />
              {returned > 0 && (
                <>
                  <br />
                  <small>
                    {t('pay.desk.returned', {
                      amount: isolateIn(language, formatMoney({ ...money, amountMinor: returned }, language)),
                    })}
                  </small>
                </>
              )}
            </td>
            <td>
              {how && returned === 0 && (
                <a href={path(`/finance/desk/payments/${id}/reverse`)}>{t('pay.desk.reverse')}</a>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </ScrollTable>
  )
}
