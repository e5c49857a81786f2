import { cashOrCard } from '#app/payments/desk/desk-reference.ts'
import { usePage } from '#app/ui/use-page.ts'

/** Where a payment is known from: its line of a statement, how it was paid at the desk, or the provider's reference. */
export function PaymentReference({
  payment: { lineId, method, providerReference },
}: {
  payment: { lineId: string | null; method: string; providerReference: string }
}) {
  const { t, path } = usePage()
  if (lineId) return <a href={path(`/finance/lines/${lineId}`)}>{t('finance.lineOfStatement')}</a>
  if (method === 'desk') return t(`pay.desk.${cashOrCard(providerReference)}`)
  return <bdi dir="ltr">{providerReference}</bdi>
}
