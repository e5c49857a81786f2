import type { ShownOrder } from './shown-order.ts'
import { foreign } from '#app/ui/foreign.ts'
import { Leaf } from '#app/ui/leaf.tsx'
import { usePage } from '#app/ui/use-page.ts'

/** What one may change and whom one asks about the rest. */
export function OrderChange({ order, hasSteps }: { order: ShownOrder; hasSteps: boolean }) {
  const { t, language } = usePage()
  return (
    <Leaf id="change" title={t('order.changeHeading')}>
      {order.cancellationNote && (
        <p>
          <bdi {...foreign(order.textLanguage, language)}>{order.cancellationNote}</bdi>
        </p>
      )}
      <p>{t(hasSteps ? 'order.changeSteps' : 'order.changeLead', { code: order.code })}</p>
      {order.contactEmail && (
        <p>
          <a href={`mailto:${order.contactEmail}?subject=${encodeURIComponent(order.code)}`}>{t('order.writeTo')}</a>
        </p>
      )}
      <p className="hint">{t('order.keepLink')}</p>
    </Leaf>
  )
}
