import type { ReactNode } from 'react'
import { Frame, type TeachFrame } from './frame.tsx'
import { seriesOf } from '#app/ui/series-mark.ts'

/** The desk of who teaches; who reads a list for another purpose has no places there, and their own desk elsewhere. */
export function ListFrame({
  frame,
  isTeaching,
  children,
}: {
  frame: TeachFrame
  isTeaching: boolean
  children: ReactNode
}) {
  if (isTeaching) return <Frame frame={frame}>{children}</Frame>
  return (
    <div className="main" data-series={seriesOf(frame.event.mark)}>
      <main id="main" tabIndex={-1}>
        <p className="kind">
          <bdi>{frame.event.title}</bdi>
        </p>
        {children}
      </main>
    </div>
  )
}
