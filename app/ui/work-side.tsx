import { useLocation } from '@remix-run/react'
import type { ReactNode } from 'react'
import { type SeriesMark, seriesOf } from './series-mark.ts'
import { usePage } from './use-page.ts'

export interface WorkLink {
  /** An address of ours, without the language in front. */
  to: string
  label: ReactNode
  count?: number | undefined
  /** Other addresses whose pages belong under this link. */
  also?: string[]
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
  const here = chosenLink(links, pathname)
  return (
    <nav className="side" aria-label={name ?? t('common.thisEvent')} data-series={seriesOf(mark)}>
      <p className="kind">{title}</p>
      <ul role="list">
        {links.map(({ to, label, count }) => (
          <li key={to}>
            <a href={path(to)} aria-current={to === here ? (to === pathname ? 'page' : 'true') : undefined}>
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

/** The link whose page, or a page under it, is open: the longest address wins; the first link has no pages under it. */
export function chosenLink(links: WorkLink[], pathname: string): string | undefined {
  const [first] = links
  const leads = (address: string) => pathname === address || pathname.startsWith(`${address}/`)
  return links
    .flatMap(({ to, also = [] }) => [to, ...also].map((address) => ({ to, address })))
    .filter(({ address }) => (address === first?.to ? pathname === address : leads(address)))
    .toSorted((one, other) => other.address.length - one.address.length)[0]?.to
}
