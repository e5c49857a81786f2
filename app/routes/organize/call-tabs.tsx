import { useLocation } from '@remix-run/react'
import type { CallHead } from '#app/applications/calls/call.ts'
import { usePage } from '#app/ui/use-page.ts'

const PAGES = [
  'home',
  'details',
  'form',
  'rubric',
  'packages',
  'applications',
  'reviews',
  'ranking',
  'cohorts',
  'decisions',
  'offers',
] as const

/** The pages of a call, in the order of its life. */
export function CallTabs({ event, call }: { event: string; call: Pick<CallHead, 'slug' | 'title' | 'language'> }) {
  const { t, path } = usePage()
  const { pathname } = useLocation()
  const base = `/organize/${event}/calls/${call.slug}`
  const here = PAGES.find((page) => page !== 'home' && `${pathname}/`.includes(`${base}/${page}/`)) ?? 'home'
  return (
    <nav aria-label={t('call.pages')} className="prog">
      <p className="kind">
        <bdi lang={call.language}>{call.title}</bdi>
      </p>
      <ul role="list" className="row">
        {PAGES.map((page) => (
          <li key={page}>
            <a
              href={path(page === 'home' ? base : `${base}/${page}`)}
              aria-current={
                page === here ? (pathname.endsWith(base) || pathname.endsWith(page) ? 'page' : 'true') : undefined
              }
            >
              {page === here ? <b>{t(`call.tabs.${page}`)}</b> : t(`call.tabs.${page}`)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
