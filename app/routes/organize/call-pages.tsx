import { useLocation } from '@remix-run/react'
import { CallTag } from './call-tag.tsx'
import { useCall } from './use-call.ts'
import { usePage } from '#app/ui/use-page.ts'

const PAGES = ['details', 'details/choices', 'details/eligibility', 'details/waves', 'details/status'] as const

/** What is set of a call beside its form and its rubric, each on a page of its own, and how it stands. */
export function CallPages() {
  const { slug, call } = useCall()
  const { t, path } = usePage()
  const { pathname } = useLocation()
  const base = path(`/organize/${slug}/calls/${call.slug}`)
  return (
    <nav aria-label={t('call.tabs.details')} className="row">
      {PAGES.map((page) => {
        const isHere = pathname.endsWith(`/${call.slug}/${page}`)
        const word = t(`call.pagesOf.${(page.split('/')[1] ?? 'details') as 'details'}`)
        return (
          <a key={page} href={`${base}/${page}`} aria-current={isHere ? 'page' : undefined}>
            {isHere ? <b>{word}</b> : word}
          </a>
        )
      })}
      <CallTag call={call} />
    </nav>
  )
}
