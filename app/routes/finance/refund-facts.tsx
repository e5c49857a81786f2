import { EventTitle, OrderLink } from './list-parts.tsx'
import { causeKey } from './refund-words.ts'
import { Moment } from '#app/ui/moment.tsx'
import { Price } from '#app/ui/money.tsx'
import { usePage } from '#app/ui/use-page.ts'

export interface ShownRefund {
  code: string
  fullName: string
  title: string
  titleLanguage: string
  amountMinor: number
  currency: string
  reason: string
  way: string
  method: string
  note: string
  askedBy: string | null
  createdAt: string
  receivedAt: string
  zone: string
  providerReference: string | null
}

/** What is to go back, to whom, why and by which way. */
export function RefundFacts({ refund }: { refund: ShownRefund }) {
  const { t } = usePage()
  return (
    <dl>
      <dt>{t('finance.amount')}</dt>
      <dd>
        <Price isFull money={refund} />
      </dd>
      <dt>{t('finance.order')}</dt>
      <dd>
        <OrderLink code={refund.code} /> · <bdi>{refund.fullName}</bdi>
      </dd>
      <dt>{t('finance.event')}</dt>
      <dd>
        <EventTitle title={refund.title} titleLanguage={refund.titleLanguage} />
      </dd>
      <dt>{t('finance.why')}</dt>
      <dd>{t(causeKey(refund.reason))}</dd>
      <dt>{t('finance.refund.way')}</dt>
      <dd>{t(`finance.backBy.${refund.way as 'bank'}`)}</dd>
      <dt>{t('finance.paid')}</dt>
      <dd>
        {t(`finance.method.${refund.method as 'card'}`)} · <Moment at={refund.receivedAt} zone={refund.zone} />
      </dd>
      <dt>{t('finance.since')}</dt>
      <dd>
        <Moment at={refund.createdAt} zone={refund.zone} />
        {refund.askedBy && (
          <>
            {' · '}
            <bdi dir="ltr">{refund.askedBy}</bdi>
          </>
        )}
      </dd>
      {refund.note !== '' && (
        <>
          <dt>{t('finance.note')}</dt>
          <dd>
            <bdi>{refund.note}</bdi>
          </dd>
        </>
      )}
      {refund.providerReference && (
        <>
          <dt>{t('finance.reference')}</dt>
          <dd>
            <bdi dir="ltr">{refund.providerReference}</bdi>
          </dd>
        </>
      )}
    </dl>
  )
}
