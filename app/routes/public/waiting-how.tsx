import { lastMinuteOf } from '#app/events/price-table.ts'
import { Leaf } from '#app/ui/leaf.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { formatMoment } from '#app/values/dates.ts'
import type { Instant } from '#app/values/moment.ts'

/** The rules of a list as who joins it needs them. */
export function WaitingHow({
  rules,
  event,
}: {
  rules: { offerHours: number; price: 'today' | 'joining'; passesOver: number; closesAt: Instant | null }
  event: { zone: string }
}) {
  const { t, language } = usePage()
  return (
    <Leaf id="how" title={t('waiting.howHeading')}>
      <ul>
        <li>{t(rules.passesOver ? 'waiting.howOrderPasses' : 'waiting.howOrder')}</li>
        <li>{t('waiting.howHold', { count: rules.offerHours })}</li>
        <li>{t(`waiting.howPrice.${rules.price}`)}</li>
        {rules.closesAt && (
          <li>
            {t('waiting.howClosesAt', {
              when: formatMoment(lastMinuteOf(rules.closesAt, event.zone), event.zone, language),
            })}
          </li>
        )}
      </ul>
    </Leaf>
  )
}
