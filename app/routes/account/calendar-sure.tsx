import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { usePage } from '#app/ui/use-page.ts'
import type { FormState } from '#app/values/form-state.ts'

/** What will happen to a calendar, one button that does it, and a way back. */
export function CalendarSure({
  feed,
  form,
  page,
  words,
}: {
  feed: { id: string; name: string }
  form: FormState
  page: 'renew' | 'revoke'
  words: { title: string; lead: string; button: string }
}) {
  const { t, path } = usePage()
  return (
    <main id="main" tabIndex={-1}>
      <div className="flow intro">
        <ErrorSummary form={form} />
        <p className="kind">
          {t('agenda.title')} · <bdi>{feed.name}</bdi>
        </p>
        <h1>{words.title}</h1>
        <p className="lead">{words.lead}</p>
        <form method="post" action={path(`/me/calendars/${feed.id}/${page}`)} className="row">
          <button className="go">{words.button}</button> <a href={path('/me/calendars')}>{t('agenda.stay')}</a>
        </form>
      </div>
    </main>
  )
}
