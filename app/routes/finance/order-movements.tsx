import { FinanceTable } from './list-parts.tsx'
import { causeKey, REFUND_TAGS, refundStateKey } from './refund-words.ts'
import { PaymentReference } from './payment-reference.tsx'
import type { FinanceOrderPage } from '#app/payments/finance/finance-order.server.ts'
import { Leaf } from '#app/ui/leaf.tsx'
import { Moment } from '#app/ui/moment.tsx'
import { Price } from '#app/ui/money.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { usePage } from '#app/ui/use-page.ts'

/** What an order was asked for, what came, and what goes back: as it was added, oldest first. */
export function OrderMovements({
  lines,
  payments,
  refunds,
  attempts,
  zone,
}: Pick<FinanceOrderPage, 'lines' | 'payments' | 'refunds' | 'attempts'> & { zone: string }) {
  const { t, path } = usePage()
  const amount = { label: t('finance.amount'), is: 'num' as const }
  return (
    <>
      <Leaf id="lines" title={t('finance.asked')} isWide>
        <FinanceTable
          labelledBy="lines"
          columns={[{ label: t('finance.what_') }, { label: t('finance.booked') }, amount]}
        >
          {lines.map((line) => (
            <tr key={line.id}>
              <th scope="row">
                <bdi>{line.description}</bdi>
                {line.taxName !== null && (
                  <>
                    <br />
                    <small>
                      <bdi>{line.taxName}</bdi>{' '}
                      <Price isFull money={{ amountMinor: line.taxMinor, currency: line.currency }} />
                    </small>
                  </>
                )}
              </th>
              <td>
                <Moment at={line.createdAt} zone={zone} />
              </td>
              <td className="num">
                <Price isFull money={line} />
              </td>
            </tr>
          ))}
        </FinanceTable>
      </Leaf>
      <Leaf id="received" title={t('finance.side.payments')} isWide>
        {payments.length === 0 ? (
          <p className="mute">{t('finance.nothingCame')}</p>
        ) : (
          <FinanceTable
            labelledBy="received"
            columns={[
              { label: t('finance.way') },
              { label: t('finance.received') },
              { label: t('finance.reference'), is: 'more' },
              amount,
            ]}
          >
            {payments.map((payment) => (
              <tr key={payment.id}>
                <th scope="row">
                  {t(`finance.method.${payment.method as 'card'}`)}
                  {payment.fund !== '' && (
                    <>
                      {' · '}
                      <bdi>{payment.fund}</bdi>
                    </>
                  )}
                  {(payment.reversesId !== null || payment.reversedBy !== null) && (
                    <>
                      {' '}
                      <Tag is="off">{t(payment.reversesId === null ? 'finance.reversed' : 'finance.reversal')}</Tag>
                    </>
                  )}
                </th>
                <td>
                  <Moment at={payment.receivedAt} zone={zone} />
                </td>
                <td className="more">
                  <PaymentReference payment={payment} />
                </td>
                <td className="num">
                  <Price isFull money={payment} />
                </td>
              </tr>
            ))}
          </FinanceTable>
        )}
      </Leaf>
      {refunds.length + attempts.length > 0 && (
        <Leaf id="back" title={t('finance.side.refunds')} isWide>
          <FinanceTable
            labelledBy="back"
            columns={[
              { label: t('finance.why') },
              { label: t('finance.since') },
              { label: t('finance.filter.state') },
              amount,
            ]}
          >
            {refunds.map((refund) => (
              <tr key={refund.id}>
                <th scope="row">{t(causeKey(refund.reason))}</th>
                <td>
                  <Moment at={refund.refundedAt} zone={zone} />
                </td>
                <td>
                  <Tag is="ok">{t('finance.refundState.done')}</Tag>
                </td>
                <td className="num">
                  <Price isFull money={refund} />
                </td>
              </tr>
            ))}
            {attempts.map((attempt) => (
              <tr key={attempt.id}>
                <th scope="row">
                  <a href={path(`/finance/refunds/${attempt.id}`)}>{t(causeKey(attempt.reason))}</a>
                </th>
                <td>
                  <Moment at={attempt.createdAt} zone={zone} />
                </td>
                <td>
                  <Tag is={REFUND_TAGS[attempt.state]}>{t(refundStateKey(attempt.state))}</Tag>
                </td>
                <td className="num">
                  <Price isFull money={attempt} />
                </td>
              </tr>
            ))}
          </FinanceTable>
        </Leaf>
      )}
    </>
  )
}
