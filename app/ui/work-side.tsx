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
  /** The pages of this place, shown while one of them is open; the first is usually the place itself. */
  within?: WorkLink[]
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
  const { t } = usePage()
  return (
    <nav className="side" aria-label={name ?? t('common.thisEvent')} data-series={seriesOf(mark)}>
      <p className="kind">{title}</p>
      <SideLinks links={links} />
    </nav>
  )
}

function SideLinks({ links, isWithin = false }: { links: WorkLink[]; isWithin?: boolean }) {
  const { path } = usePage()
  const { pathname } = useLocation()
  const here = chosenLink(links, pathname)
  return (
    <ul role="list" className={isWithin ? 'within' : undefined}>
      {links.map(({ to, label, count, within = [] }) => (
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
          {to === here && within.length > 1 && <SideLinks links={within} isWithin />}
        </li>
      ))}
    </ul>
  )
}

/** The link whose page, or a page under it, is open: the longest address wins; the first link has no pages under it. */
export function chosenLink(links: WorkLink[], pathname: string): string | undefined {
  const [first] = links
  const leads = (address: string) => pathname === address || pathname.startsWith(`${address}/`)
  return links
    .flatMap(({ to, also = [], within = [] }) =>
      [to, ...also, ...within.flatMap((link) => [link.to, ...(link.also ?? [])])].map((address) => ({ to, address })),
    )
    .filter(({ address }) => (address === first?.to ? pathname === address : leads(address)))
    .toSorted((one, other) => other.address.length - one.address.length)[0]?.to
}
