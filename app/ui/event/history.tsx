import { Kpis } from '../kpis.tsx'
import { Leaf } from '../leaf.tsx'
import { usePage } from '../use-page.ts'
import { count } from './words.ts'
import type { EventView } from '#app/events/event-view.ts'

const CONFIDENCES = ['source', 'well-known'] as const

/** What is known of an event of the past, how surely, and from where. */
export function History({ event }: { event: EventView }) {
  const { t, language } = usePage()
  const confidence = CONFIDENCES.find((known) => known === event.confidence)
  return (
    <Leaf id="history" title={t('event.history.title')}>
      {event.attendance !== null && (
        <Kpis
          items={[
            {
              label: t('event.history.attendance'),
              value: count(event.attendance, language),
              detail:
                event.attendanceCountries === null
                  ? undefined
                  : t('event.history.countries', {
                      count: event.attendanceCountries,
                      shown: count(event.attendanceCountries, language),
                    }),
            },
          ]}
        />
      )}
      {event.historyNotes && (
        <p lang="en" dir="auto">
          {event.historyNotes}
        </p>
      )}
      {confidence && <p className="hint">{t(`event.history.confidence.${confidence}`)}</p>}
      {event.sources.length > 0 && (
        <>
          <h3>{t('event.history.sources')}</h3>
          <ul>
            {event.sources.map(({ citation, url }, at) => (
              <li key={at} dir="auto">
                {url ? <a href={url}>{citation}</a> : citation}
              </li>
            ))}
          </ul>
        </>
      )}
    </Leaf>
  )
}
