import type { ReactNode } from 'react'
import { type SeriesMark, seriesOf } from './series-mark.ts'
import { Topology } from './topology.tsx'

/**
 * The full-bleed cover of an event or a series, for a `<main className="bare" data-series>`: way back, date slab, kind,
 * title, lead, then what stands below. The body follows in a `div.main`.
 */
export function Poster({
  mark,
  slab,
  crumbs,
  kind,
  title,
  words = {},
  lead,
  children,
}: {
  mark: SeriesMark
  slab?: ReactNode
  crumbs?: ReactNode
  kind?: ReactNode
  title?: ReactNode
  /** The attributes of title and lead when their language is not the page's: what `foreign` gives. */
  words?: { lang?: string; dir?: 'ltr' | 'rtl' }
  lead?: ReactNode
  children?: ReactNode
}) {
  return (
    <div className="poster" data-series={seriesOf(mark)}>
      <Topology mark={mark} />
      {crumbs}
      <div className="split head">
        {slab ?? <span />}
        <div className="flow">
          {kind && <p className="kind">{kind}</p>}
          {title && (
            <h1>
              <bdi {...words}>{title}</bdi>
            </h1>
          )}
          {lead && (
            <p className="lead">
              <bdi {...words}>{lead}</bdi>
            </p>
          )}
          {children}
        </div>
      </div>
    </div>
  )
}
