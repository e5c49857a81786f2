import type { ReactNode } from 'react'
import type { ShownSeat } from './changing.server.ts'
import { lastMinuteOf } from '#app/events/price-table.ts'
import { sentenceOf } from '#app/locales/message.ts'
import { Empty } from '#app/ui/empty.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { foreign } from '#app/ui/foreign.ts'
import { seriesOf } from '#app/ui/series-mark.ts'
import { usePage } from '#app/ui/use-page.ts'
import { formatMoment } from '#app/values/dates.ts'
import type { FormState } from '#app/values/form-state.ts'

/** A page that changes one seat: which, until when, and the way back; or why it cannot be changed now. */
export function ChangePage({
  seat,
  heading,
  form,
  labelOf,
  why,
  children,
}: {
  seat: ShownSeat
  heading: ReactNode
  form: FormState
  /** What a field is called in the summary of errors. */
  labelOf?: (name: string) => string | undefined
  why: string | null
  children: ReactNode
}) {
  const { t, path, language } = usePage()
  const { event, orderCode, key, until } = seat
  return (
    <main id="main" tabIndex={-1} data-series={seriesOf(event.mark)}>
      <div className="flow intro narrow">
        <p className="kind">
          <bdi {...foreign(event.titleLanguage, language)}>{event.title}</bdi> · <bdi>{seat.ticket}</bdi>
        </p>
        <h1>{heading}</h1>
        {!why && <ErrorSummary form={form} labelOf={labelOf} />}
        {why ? (
          <Empty level="h2" title={t('change.notNow')}>
            <p>{sentenceOf(`refusal.${why}`, t)}</p>
            {event.contactEmail && (
              <p>
                <a href={`mailto:${event.contactEmail}?subject=${encodeURIComponent(orderCode)}`}>
                  {t('order.writeTo')}
                </a>
              </p>
            )}
          </Empty>
        ) : (
          <>
            {children}
            {until && (
              <p className="hint">
                {t('change.until', { when: formatMoment(lastMinuteOf(until, event.zone), event.zone, language) })}
              </p>
            )}
          </>
        )}
        <p>
          <a href={path(`/orders/${orderCode}?key=${key}`)}>{t('change.back')}</a>
        </p>
      </div>
    </main>
  )
}
