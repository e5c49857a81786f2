import type { ReactNode } from 'react'
import { isPostponed } from '#app/calendar/is-postponed.ts'
import type { OwnSeat } from '#app/registrations/naming/own-seat.server.ts'
import { EventDays } from '#app/ui/event-days.tsx'
import { isolateIn } from '#app/ui/isolate.ts'
import { Leaf } from '#app/ui/leaf.tsx'
import { Ticket } from '#app/ui/ticket.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { countryName, formatDayList } from '#app/values/dates.ts'

type Shown = Pick<
  OwnSeat,
  | 'event'
  | 'postponedAt'
  | 'fullName'
  | 'code'
  | 'state'
  | 'ticket'
  | 'extras'
  | 'days'
  | 'startsOn'
  | 'endsOn'
  | 'format'
  | 'attendance'
  | 'venue'
  | 'city'
> &
  Pick<OwnSeat, 'eventCountry' | 'proofHow' | 'proofState'>

/** The ticket on the page of the person it belongs to. */
export function OwnSeatTicket({ seat }: { seat: Shown }) {
  const { t, language } = usePage()
  const isVoid = seat.state !== 'confirmed'
  const isOnline = seat.format === 'online' || seat.attendance === 'online'
  const country = seat.eventCountry ? countryName(seat.eventCountry, language) : null
  const place = [seat.venue, seat.city, country]
    .flatMap((part) => (part ? [isolateIn(language, part)] : []))
    .join(t('common.listSeparator'))
  return (
    <Leaf id="ticket" title={t('order.ticket')}>
      <Ticket
        title={seat.event.title}
        name={seat.fullName}
        code={seat.code}
        isVoid={isVoid}
        facts={[
          [t('order.ticket'), seat.ticket],
          ...(seat.days.length > 0
            ? [[t('order.validOn'), formatDayList(seat.days, language)] satisfies [string, ReactNode]]
            : []),
          ...seat.extras.map((extra, at): [string, ReactNode] => [at === 0 ? t('order.with') : '', extra]),
          [
            t('order.when'),
            <EventDays
              key="when"
              startsOn={seat.startsOn}
              endsOn={seat.endsOn}
              isPostponed={isPostponed({ status: seat.event.status, postponedAt: seat.postponedAt })}
            />,
          ],
          [t('order.whereFact'), (!isOnline && place) || t('order.online')],
        ]}
        note={
          isVoid ? (
            <p>{t(`order.void.${seat.state}`)}</p>
          ) : seat.proofState === 'waiting' ? (
            <p>{t(seat.proofHow === 'desk' ? 'order.proof.desk' : 'order.proof.waiting')}</p>
          ) : seat.proofState === 'refused' ? (
            <p>{t('order.proof.refused')}</p>
          ) : undefined
        }
      />
    </Leaf>
  )
}
