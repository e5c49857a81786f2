import { usePage } from '#app/ui/use-page.ts'

/** There is nothing to renew. */
export function CalendarOver() {
  const { t, path } = usePage()
  return (
    <main id="main" tabIndex={-1}>
      <div className="flow intro">
        <h1>{t('agenda.wasOver')}</h1>
        <p>
          <a href={path('/me/calendars')}>{t('agenda.toList')}</a>
        </p>
      </div>
    </main>
  )
}
