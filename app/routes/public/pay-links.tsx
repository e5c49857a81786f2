import type { PaymentInstructions } from '#app/payments/methods/instructions.ts'
import { Note } from '#app/ui/note.tsx'
import { usePage } from '#app/ui/use-page.ts'

/** What else one can do about a payment: tell us something of it, or pay in another way. */
export function PayLinks({
  order: { code, paymentMethods },
  orderKey,
  instructions,
}: {
  order: { code: string; paymentMethods: string }
  orderKey: string
  instructions: PaymentInstructions
}) {
  const { t, path } = usePage()
  const { method, takesClaims, claim, account } = instructions
  const lacksAccount = account === null && (method === 'bank-transfer' || method === 'mobile-money')
  const isWaiting = claim?.state === 'waiting'
  const canTell = takesClaims && !isWaiting
  const canChoose = hasSeveral(paymentMethods) && !isWaiting
  const kind = method === 'invoice' ? 'purchase-order' : method === 'waiver' ? 'waiver' : 'paid'
  const query = `?key=${orderKey}`
  return (
    <>
      {lacksAccount && (
        <Note is="warn">
          <p>{t('pay.noAccount')}</p>
        </Note>
      )}
      {(canTell || canChoose) && (
        <p className="row noprint">
          {canTell && (
            <a className="btn" href={path(`/orders/${code}/claim${query}`)}>
              {t(`pay.claim.title.${kind}`)}
            </a>
          )}
          {canChoose && <a href={path(`/orders/${code}/ways${query}`)}>{t('pay.otherWay')}</a>}
        </p>
      )}
    </>
  )
}

/** Whether there is anything to choose from. */
export function hasSeveral(paymentMethods: string): boolean {
  return /\w[\s,]+\w/.test(paymentMethods)
}
