import type { callsToReview } from './calls-to-review.server.ts'
import { Empty } from '#app/ui/empty.tsx'
import { deadline } from '#app/ui/event/words.ts'
import { ScrollTable } from '#app/ui/scroll-table.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { clockOf } from '#app/values/closing-zone.ts'

/** Where there is something to score, by when, and how far it is. */
export function CallsToReview({ calls }: { calls: Awaited<ReturnType<typeof callsToReview>> }) {
  const page = usePage()
  const { t, path } = page
  return (
    <main id="main" tabIndex={-1}>
      <div className="head">
        <h1>{t('reviewing.all')}</h1>
      </div>
      {calls.length === 0 ? (
        <Empty title={t('reviewing.noCalls')}>
          <p>{t('reviewing.noCallsWhy')}</p>
        </Empty>
      ) : (
        <ScrollTable label={t('reviewing.all')}>
          <thead>
            <tr>
              <th scope="col">{t('reviewing.call')}</th>
              <th scope="col" className="num">
                {t('reviewing.scored')}
              </th>
              <th scope="col">{t('reviewing.until')}</th>
            </tr>
          </thead>
          <tbody>
            {calls.map((call) => (
              <tr key={call.id}>
                <th scope="row">
                  <a href={path(`/review/${call.event}/${call.slug}`)}>
                    <bdi>{call.title}</bdi>
                  </a>
                </th>
                <td className="num">{t('reviewing.doneOf', { done: call.done, all: call.all })}</td>
                <td>
                  {call.reviewUntilAt === null
                    ? t('reviewing.noUntil')
                    : deadline(page, call.reviewUntilAt, { zone: clockOf(call.closesZone, call.zone), city: null })}
                </td>
              </tr>
            ))}
          </tbody>
        </ScrollTable>
      )}
    </main>
  )
}
