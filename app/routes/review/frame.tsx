import type { ReactNode } from 'react'
import type { reviewFrame } from './review-place.server.ts'
import { seriesOf } from '#app/ui/series-mark.ts'
import { usePage } from '#app/ui/use-page.ts'
import { WorkSide } from '#app/ui/work-side.tsx'

export type ReviewFrame = Awaited<ReturnType<typeof reviewFrame>>

/** The desk of a reviewer: their queue, working without a line, and the page itself. */
export function Frame({ frame: { event, call }, children }: { frame: ReviewFrame; children: ReactNode }) {
  const { t } = usePage()
  const base = `/review/${event.slug}/${call.slug}`
  return (
    <div className="main desk" data-series={seriesOf(event.mark)}>
      <WorkSide
        title={<bdi>{event.title}</bdi>}
        mark={event.mark}
        links={[
          { to: '/review', label: t('reviewing.all') },
          { to: base, label: t('reviewing.queue') },
          { to: `${base}/batch`, label: t('reviewing.offline') },
        ]}
      />
      <main id="main" tabIndex={-1}>
        {children}
      </main>
    </div>
  )
}
