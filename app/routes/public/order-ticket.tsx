import type { ReactNode } from 'react'
import { OrderAddons } from './order-addons.tsx'
import type { SeatStep } from './seat-steps.ts'
import type { SeatWithAddons, ShownOrder } from './shown-order.ts'
import { isPostponed } from '#app/calendar/is-postponed.ts'
import type { Translate } from '#app/locales/translate.ts'
import { EventDays } from '#app/ui/event-days.tsx'
import { isolateIn } from '#app/ui/isolate.ts'
import { Ticket } from '#app/ui/ticket.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { countryName, formatMoment } from '#app/values/dates.ts'

type Place = Pick<
  ShownOrder,
  | 'status'
  | 'postponedAt'
  | 'openChanges'
  | 'zone'
  | 'title'
  | 'startsOn'
  | 'endsOn'
  | 'format'
  | 'venue'
  | 'city'
  | 'country'
>

/** One seat as its ticket, with what can be done about it. */
export function OrderTicket({
  order,
  seat,
  steps: all,
}: {
  order: Place
  seat: SeatWithAddons
  steps: ReadonlyMap<string, SeatStep[]>
}) {
  const { t, path, language } = usePage()
  const steps = all.get(seat.id) ?? []
  const isVoid = seat.state !== 'confirmed'
  const addons = seat.addons.filter(({ state }) => isVoid || state === 'confirmed')
  const change = order.openChanges.find(({ registrationId }) => registrationId === seat.id)
  const isOnline = order.format === 'online' || seat.attendance === 'online'
  return (
    <Ticket
      title={order.title}
      name={seat.isUnnamed ? t('order.unnamed') : seat.fullName}
      code={seat.code}
      isVoid={isVoid}
      facts={[
        [t('order.ticket'), seat.ticket],
        ...(addons.length > 0
          ? [[t('order.with'), <OrderAddons key="with" addons={addons} steps={all} />] as [string, ReactNode]]
          : []),
        [
          t('order.when'),
          <EventDays key="when" startsOn={order.startsOn} endsOn={order.endsOn} isPostponed={isPostponed(order)} />,
        ],
        [t('order.whereFact'), (!isOnline && placeOf(order, t, language)) || t('order.online')],
      ]}
      note={
        <>
          {isVoid && <p>{t(`order.void.${seat.state}`)}</p>}
          {!isVoid && seat.isUnnamed && <p>{t('order.unnamedNote')}</p>}
          {!isVoid && seat.proofState === 'waiting' && (
            <p>{t(seat.proofHow === 'desk' ? 'order.proof.desk' : 'order.proof.waiting')}</p>
          )}
          {!isVoid && seat.proofState === 'refused' && <p>{t('order.proof.refused')}</p>}
          {change && !change.heldUntil && <p>{t('change.done.passedOnWaits')}</p>}
          {change?.heldUntil && (
            <p>{t('order.changeWaits', { when: formatMoment(change.heldUntil, order.zone, language) })}</p>
          )}
          {steps.length > 0 && (
            <p className="row noprint">
              {steps.map(({ label, address }) => (
                <a key={address} href={path(address)}>
                  {t(label)}
                </a>
              ))}
            </p>
          )}
        </>
      }
    />
  )
}

function placeOf({ venue, city, country }: Place, t: Translate, language: string): string {
  const parts = [venue, city, country && countryName(country, language)]
  return parts.flatMap((part) => (part ? [isolateIn(language, part)] : [])).join(t('common.listSeparator'))
}
