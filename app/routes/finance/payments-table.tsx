import { Moment } from '#app/ui/moment.tsx'
import { Price } from '#app/ui/money.tsx'
import { usePage } from '#app/ui/use-page.ts'

export interface Received {
  id: string
  amountMinor: number
  currency: string
  receivedAt: string
  providerReference: string
  code: string
  title: string
  titleLanguage: string
  zone: string
  address: string
}

/** Money that came, newest first. */
export function PaymentsTable({ payments, labelledBy }: { payments: Received[]; labelledBy: string }) {
  const { t, language, path } = usePage()
  return (
    <div className="scroll" role="group" aria-labelledby={labelledBy} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('finance.order')}</th>
            <th scope="col">{t('finance.event')}</th>
            <th scope="col">{t('finance.received')}</th>
            <th scope="col" className="more">
              {t('finance.reference')}
            </th>
            <th scope="col" className="num">
              {t('finance.amount')}
            </th>
          </tr>
        </thead>
        <tbody>
          {payments.map(
            ({ id, code, address, title, titleLanguage, receivedAt, zone, providerReference, ...money }) => (
              <tr key={id}>
                <th scope="row" className="nowrap">
                  <a href={path(address)}>
                    <bdi>{code}</bdi>
                  </a>
                </th>
                <td>
                  <bdi lang={titleLanguage === language ? undefined : titleLanguage}>{title}</bdi>
                </td>
                <td>
                  <Moment at={receivedAt} zone={zone} />
                </td>
                <td className="more">
                  <bdi>{providerReference}</bdi>
                </td>
                <td className="num">
                  <Price money={money} />
                </td>
              </tr>
            ),
          )}
        </tbody>
      </table>
    </div>
  )
}
