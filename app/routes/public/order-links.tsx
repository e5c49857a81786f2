import type { ShownOrder } from './shown-order.ts'
import { Leaf } from '#app/ui/leaf.tsx'
import { usePage } from '#app/ui/use-page.ts'

/** The links that whoever placed the order may pass on, and what each shows. */
export function OrderLinks({
  order,
  keys,
}: {
  order: ShownOrder
  keys: { order: string; manager: string; payer: string }
}) {
  const { t, path } = usePage()
  const active = order.registrations.filter(
    ({ state, isAddon }) => (state === 'held' || state === 'confirmed') && !isAddon,
  )
  const isGroup = active.length > 1 || active.some(({ isUnnamed }) => isUnnamed)
  const isOwed = order.due > 0 && active.length > 0
  if (!isGroup && !isOwed) return null
  return (
    <Leaf id="links" title={t('order.links.heading')} isPrinted={false}>
      {isGroup && (
        <>
          <p>{t('order.links.seats')}</p>
          <p>
            <a className="btn" href={path(`/orders/${order.code}/seats?key=${keys.manager}`)}>
              {t('order.links.seatsLink')}
            </a>
          </p>
        </>
      )}
      {isOwed && (
        <>
          <p>{t('order.links.payer')}</p>
          <p className="row">
            <a className="btn" href={path(`/orders/${order.code}/payer?key=${keys.payer}`)}>
              {t('order.links.payerLink')}
            </a>
            <a href={path(`/orders/${order.code}/payer-link?key=${keys.order}`)}>{t('order.links.payerMail')}</a>
          </p>
        </>
      )}
    </Leaf>
  )
}
