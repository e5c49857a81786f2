import type { ReactNode } from 'react'
import { usePage } from './use-page.ts'
import { type Cursor, END, type Steps } from '#app/values/cursor.ts'

/** The pages of a list: the first, the last and those around the present one. Nothing when there is only one. */
export function Pages({
  page,
  pageCount,
  addressOf,
}: {
  page: number
  pageCount: number
  addressOf: (page: number) => string
}) {
  const { t } = usePage()
  if (pageCount < 2) return null
  return (
    <PageLinks previous={page > 1 ? addressOf(page - 1) : null} next={page < pageCount ? addressOf(page + 1) : null}>
      {shownPages(page, pageCount).map((number) => {
        const label = (
          <>
            <span className="vh">{t('common.page')}</span>
            {number}
          </>
        )
        return (
          <li key={number}>
            {number === page ? <b aria-current="page">{label}</b> : <a href={addressOf(number)}>{label}</a>}
          </li>
        )
      })}
    </PageLinks>
  )
}

/** Through a long list, of which nobody counts the pages: on, back, to its first and to its last. */
export function StepPages({ steps, addressOf }: { steps: Steps; addressOf: (cursor: Cursor) => string }) {
  const { t } = usePage()
  const { before, after } = steps
  if (before === null && after === null) return null
  return (
    <PageLinks
      first={before === null ? null : <a href={addressOf(null)}>{t('common.first')}</a>}
      previous={before === null ? null : addressOf({ before })}
      next={after === null ? null : addressOf({ after })}
      last={after === null ? null : <a href={addressOf({ before: END })}>{t('common.last')}</a>}
    />
  )
}

function PageLinks({
  first,
  previous,
  children,
  next,
  last,
}: {
  first?: ReactNode
  previous: string | null
  children?: ReactNode
  next: string | null
  last?: ReactNode
}) {
  const { t } = usePage()
  return (
    <nav className="pages" aria-label={t('common.pages')}>
      <ul role="list">
        {first && <li>{first}</li>}
        {previous !== null && (
          <li>
            <a href={previous} rel="prev">
              {t('common.previous')}
            </a>
          </li>
        )}
        {children}
        {next !== null && (
          <li>
            <a href={next} rel="next">
              {t('common.next')}
            </a>
          </li>
        )}
        {last && <li>{last}</li>}
      </ul>
    </nav>
  )
}

function shownPages(page: number, pageCount: number): number[] {
  const wanted = [1, page - 2, page - 1, page, page + 1, page + 2, pageCount]
  return [...new Set(wanted)].filter((number) => number >= 1 && number <= pageCount)
}
