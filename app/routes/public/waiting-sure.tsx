import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { seriesOf } from '#app/ui/series-mark.ts'
import { usePage } from '#app/ui/use-page.ts'
import type { FormState } from '#app/values/form-state.ts'
import type { EntryView } from '#app/waiting-list/queries.server.ts'

/** What will happen, one button that does it, and a way back. */
export function WaitingSure({
  entry,
  entryKey,
  form,
  words,
  page,
}: {
  entry: EntryView
  entryKey: string
  form: FormState
  words: { title: string; lead: string; button: string; back: string }
  page: 'leave' | 'decline'
}) {
  const { t, path } = usePage()
  const query = new URLSearchParams({ key: entryKey })
  return (
    <main id="main" tabIndex={-1} data-series={seriesOf(entry.mark)}>
      <div className="flow intro">
        <ErrorSummary form={form} />
        <p className="kind">
          {t('waiting.title')} · <bdi>{entry.title}</bdi>
        </p>
        <h1>{words.title}</h1>
        <p className="lead">{words.lead}</p>
        <form method="post" action={path(`/waiting-list/${entry.code}/${page}?${query}`)} className="row">
          <button className="go">{words.button}</button>{' '}
          <a href={path(`/waiting-list/${entry.code}?${query}`)}>{words.back}</a>
        </form>
      </div>
    </main>
  )
}
