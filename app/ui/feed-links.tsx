import { usePage } from './use-page.ts'

/** The same list for programs, whose language is that of the address. `query` is the canonical query of the list. */
export function FeedLinks({ query }: { query: string }) {
  const { t, path, feed } = usePage()
  return (
    <p className="row hint after">
      <span>{t('catalogue.sameAs')}</span>
      <a href={feed(`/events.ics${query}`)}>{t('catalogue.asCalendar')}</a>
      <a href={feed(`/events.atom${query}`)}>{t('catalogue.asFeed')}</a>
      <a href={path(`/events.json${query}`)}>{t('catalogue.asData')}</a>
    </p>
  )
}
