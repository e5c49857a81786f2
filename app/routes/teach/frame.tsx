import type { ReactNode } from 'react'
import { teachLinks } from './teach-links.ts'
import { type SeriesMark, seriesOf } from '#app/ui/series-mark.ts'
import { usePage } from '#app/ui/use-page.ts'
import { WorkSide } from '#app/ui/work-side.tsx'

export interface TeachFrame {
  event: { slug: string; title: string; mark: SeriesMark }
  /** How many people the reader teaches there. */
  count: number
}

/** The desk of an instructor at one workshop: its places at the side, and the page itself. */
export function Frame({ frame: { event, count }, children }: { frame: TeachFrame; children: ReactNode }) {
  const { t } = usePage()
  return (
    <div className="main desk" data-series={seriesOf(event.mark)}>
      <WorkSide title={<bdi>{event.title}</bdi>} mark={event.mark} links={teachLinks(event.slug, { count, t })} />
      <main id="main" tabIndex={-1}>
        {children}
      </main>
    </div>
  )
}
