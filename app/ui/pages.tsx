import { usePage } from './use-page.ts'

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
    <nav className="pages" aria-label={t('common.pages')}>
      <ul role="list">
        {page > 1 && (
          <li>
            <a href={addressOf(page - 1)} rel="prev">
              {t('common.previous')}
            </a>
          </li>
        )}
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
        {page < pageCount && (
          <li>
            <a href={addressOf(page + 1)} rel="next">
              {t('common.next')}
            </a>
          </li>
        )}
      </ul>
    </nav>
  )
}

function shownPages(page: number, pageCount: number): number[] {
  const wanted = [1, page - 2, page - 1, page, page + 1, page + 2, pageCount]
  return [...new Set(wanted)].filter((number) => number >= 1 && number <= pageCount)
}
