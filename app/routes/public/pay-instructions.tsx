import type { ReactNode } from 'react'
import type { PaymentInstructions } from '#app/payments/methods/instructions.ts'
import { shownReference } from '#app/payments/reference.ts'
import { foreign } from '#app/ui/foreign.ts'
import { Moment } from '#app/ui/moment.tsx'
import { Price } from '#app/ui/money.tsx'
import { Note } from '#app/ui/note.tsx'
import { usePage } from '#app/ui/use-page.ts'

/** How to pay where there is no page to pay on: to whom, what to write beside the money, and by when. */
export function PayInstructions({
  instructions,
  children,
}: {
  instructions: PaymentInstructions
  children?: ReactNode
}) {
  const { t, language } = usePage()
  const { method, amount, reference, dueAt, isOverdue, zone, payableFromAt, account, issuer, claim, text } =
    instructions
  return (
    <>
      <p>{t(`order.pay.lead.${method}`)}</p>
      {instructions.needsApproval && <p>{t('order.pay.needsApproval')}</p>}
      <dl>
        <Fact label={t('order.pay.amount')}>
          <b>
            <Price money={amount} />
          </b>
        </Fact>
        {reference && (
          <Fact label={t('order.pay.reference')}>
            <code>
              <bdi dir="ltr">{shownReference(reference)}</bdi>
            </code>
          </Fact>
        )}
        {account && (
          <>
            <Fact label={t('order.pay.holder')}>
              <bdi>{account.holder}</bdi>
            </Fact>
            <Fact label={t(method === 'mobile-money' ? 'order.pay.mobile' : 'order.pay.account')}>
              <bdi dir="ltr">{account.number}</bdi>
            </Fact>
            {account.bankName && (
              <Fact label={t('order.pay.bank')}>
                <bdi>{account.bankName}</bdi>
              </Fact>
            )}
            {account.bic && (
              <Fact label={t('order.pay.bic')}>
                <bdi dir="ltr">{account.bic}</bdi>
              </Fact>
            )}
          </>
        )}
        {instructions.purchaseOrder && (
          <Fact label={t('order.pay.purchaseOrder')}>
            <bdi>{instructions.purchaseOrder}</bdi>
          </Fact>
        )}
        {payableFromAt && (
          <Fact label={t('order.pay.from')}>
            <Moment at={payableFromAt} zone={zone} />
          </Fact>
        )}
        {dueAt && (
          <Fact label={t('order.pay.by')}>
            <Moment at={dueAt} zone={zone} />
          </Fact>
        )}
        {issuer && method === 'invoice' && (
          <Fact label={t('order.pay.issuer')}>
            <bdi>{issuer.name}</bdi>
          </Fact>
        )}
      </dl>
      {text && (
        <p>
          <bdi {...foreign(instructions.textLanguage, language)}>{text}</bdi>
        </p>
      )}
      {reference && <p className="hint">{t('order.pay.referenceHint')}</p>}
      {isOverdue && (
        <Note is="warn">
          <p>{t('order.pay.overdue')}</p>
        </Note>
      )}
      {claim && (
        <Note is={claim.state === 'refused' ? 'warn' : claim.state === 'accepted' ? 'ok' : undefined}>
          <p>{t(`order.pay.claims.${claim.state}`)}</p>
          {claim.reason && (
            <p>
              <bdi>{claim.reason}</bdi>
            </p>
          )}
        </Note>
      )}
      {children}
    </>
  )
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </>
  )
}
