import { usePage } from './use-page.ts'

/** The same list for programs. `query` is the canonical query of the list. */
export function FeedLinks({ query }: { query: string }) {
  const { t, path } = usePage()
  return (
    <p className="row hint after">
      <span>{t('catalogue.sameAs')}</span>
      <a href={path(`/events.ics${query}`)}>{t('catalogue.asCalendar')}</a>
      <a href={path(`/events.atom${query}`)}>{t('catalogue.asFeed')}</a>
      <a href={path(`/events.json${query}`)}>{t('catalogue.asData')}</a>
    </p>
  )
}
