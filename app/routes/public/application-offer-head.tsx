import type { ReactNode } from 'react'
import type { OfferView } from '#app/applications/offers/offer-view.server.ts'
import { lastMinuteOf } from '#app/events/price-table.ts'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { beginning, deadline } from '#app/ui/event/words.ts'
import { seriesOf } from '#app/ui/series-mark.ts'
import { usePage } from '#app/ui/use-page.ts'
import { formatDays, languageName } from '#app/values/dates.ts'
import type { FormState } from '#app/values/form-state.ts'

/** What is offered, until when on two clocks; or how it was answered. */
export function OfferHead({
  offer,
  form,
  orderPath,
  back,
  children,
}: {
  offer: OfferView
  form: FormState
  orderPath: string | null
  back: ReactNode
  children: ReactNode
}) {
  const page = usePage()
  const { t, language, path } = page
  const { event, choice, state, untilAt } = offer
  const when = deadline(page, untilAt, event)
  const inUtc = beginning(page, lastMinuteOf(untilAt, event.zone), { zone: 'UTC', city: null })
  return (
    <main id="main" tabIndex={-1} data-series={seriesOf(event.mark)}>
      <div className="flow intro">
        <ErrorSummary form={form} />
        <p className="kind">
          <bdi>{event.title}</bdi> · {formatDays(event.startsOn, event.endsOn, language)}
        </p>
        {state === 'open' ? (
          <>
            <h1>{choice ? t('admission.placeIn', { choice: choice.name }) : t('admission.offerTitle')}</h1>
            <p className="lead">{t('admission.offerLead', { when })}</p>
            {event.zone !== 'UTC' && <p className="mute">{inUtc}</p>}
            {choice?.taughtIn && (
              <p>{t('admission.taughtIn', { language: languageName(choice.taughtIn, language) })}</p>
            )}
          </>
        ) : (
          <>
            <h1>{t(`admission.state.${state}`)}</h1>
            <p className="lead">{t(`admission.stateLead.${state}`, { when })}</p>
            {offer.reason && (
              <p>
                <bdi>{offer.reason}</bdi>
              </p>
            )}
          </>
        )}
        {orderPath && (
          <p>
            <a className="btn go" href={path(orderPath)}>
              {t('admission.toOrder')}
            </a>
          </p>
        )}
        <p>{back}</p>
      </div>
      {children}
    </main>
  )
}
