import type { ReactNode } from 'react'
import { usePage } from './use-page.ts'

export interface Crumb {
  label: ReactNode
  /** An address of ours, without the language in front; the present page has none. */
  to?: string
}

export function Crumbs({ trail }: { trail: Crumb[] }) {
  const { t, path } = usePage()
  return (
    <nav aria-label={t('common.breadcrumb')}>
      <ol role="list" className="crumbs">
        {trail.map(({ label, to }, at) => (
          <li key={at}>{to ? <a href={path(to)}>{label}</a> : <span aria-current="page">{label}</span>}</li>
        ))}
      </ol>
    </nav>
  )
}
