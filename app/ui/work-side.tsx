import { useLocation } from '@remix-run/react'
import type { ReactNode } from 'react'
import { type SeriesMark, seriesOf } from './series-mark.ts'
import { usePage } from './use-page.ts'

export interface WorkLink {
  /** An address of ours, without the language in front. */
  to: string
  label: ReactNode
  count?: number | undefined
}

/** The side navigation of a work screen: first child of `div.main.desk`, before its `main`. */
export function WorkSide({
  title,
  mark,
  links,
  label: name,
}: {
  title: ReactNode
  mark: SeriesMark
  links: WorkLink[]
  /** What the navigation is called where it belongs to no event. */
  label?: string
}) {
  const { t, path } = usePage()
  const { pathname } = useLocation()
  return (
    <nav className="side" aria-label={name ?? t('common.thisEvent')} data-series={seriesOf(mark)}>
      <p className="kind">{title}</p>
      <ul role="list">
        {links.map(({ to, label, count }) => (
          <li key={to}>
            <a href={path(to)} aria-current={pathname === to ? 'page' : undefined}>
              {label}
              {count !== undefined && (
                <>
                  {' '}
                  <small>{count}</small>
                </>
              )}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
