import { ApplyCall } from './apply-call.tsx'
import { ApplyCheck } from './apply-check.tsx'
import { ApplyStart } from './apply-start.tsx'
import type { ApplyView, Judgement } from './apply.server.ts'
import { standingOf } from './call-standing.ts'
import { Crumbs } from '#app/ui/crumbs.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { foreign } from '#app/ui/foreign.ts'
import { Leaf } from '#app/ui/leaf.tsx'
import { Note } from '#app/ui/note.tsx'
import { seriesOf } from '#app/ui/series-mark.ts'
import { usePage } from '#app/ui/use-page.ts'
import { EMPTY_FORM, type FormState } from '#app/values/form-state.ts'

/**
 * The calls of one kind at an event: which there are, or the one that is asked for, with who may apply. `checked` is the
 * check of eligibility as it was typed, `started` the form that begins an application.
 */
export function ApplyPage({
  view,
  formKey,
  checked,
  started,
  judged,
}: {
  view: ApplyView
  formKey: string
  checked?: FormState | undefined
  started?: FormState | undefined
  judged: Judgement | null
}) {
  const page = usePage()
  const { t, path, language } = page
  const { event, call } = view
  const base = `/events/${event.slug}/${view.page}`
  const mayStart = call?.window === 'open' && judged?.mayGoOn === true && !checked
  const title = t(view.page === 'scholarship' ? 'application.apply.scholarshipTitle' : 'application.apply.title')
  return (
    <main id="main" tabIndex={-1} data-series={seriesOf(event.mark)}>
      <Crumbs
        trail={[
          { label: t('common.events'), to: '/events' },
          { label: <bdi>{event.title}</bdi>, to: `/events/${event.slug}` },
          { label: title },
        ]}
      />
      <div className="flow intro">
        <ErrorSummary form={checked ?? started ?? EMPTY_FORM} />
        <p className="kind">
          <bdi>{event.title}</bdi>
        </p>
        <h1>{call ? <bdi {...foreign(call.language, language)}>{call.title}</bdi> : title}</h1>
        {view.isMailed && (
          <Note is="ok">
            <h2>{t('application.start.mailed')}</h2>
            <p role="status">{t('application.start.mailedText')}</p>
            <p className="hint">{t('application.start.mailedWhy')}</p>
          </Note>
        )}
        {call && mayStart && <p className="lead">{standingOf(page, call, event)}</p>}
        {call?.summary && !mayStart && (
          <p className="lead" {...foreign(call.language, language)}>
            {call.summary}
          </p>
        )}
      </div>
      {call && mayStart ? (
        // Who was told that they may apply has read the call: what is left is to begin, and nothing stands before it.
        <Leaf id="check" title={t('application.start.title')}>
          <ApplyStart view={view} call={call} base={base} formKey={formKey} form={started} judged={judged} />
        </Leaf>
      ) : call ? (
        <ApplyCall view={view} call={call}>
          {call.window === 'open' ? (
            <Leaf id="check" title={t('application.check.title')}>
              <ApplyCheck call={call} base={base} form={checked} judged={checked ? null : judged} />
            </Leaf>
          ) : null}
        </ApplyCall>
      ) : (
        <Leaf id="calls" title={title}>
          <p>{t('application.apply.several')}</p>
          <ul role="list">
            {view.heads.map((head) => (
              <li key={head.slug} className="flow">
                <h3>
                  <a href={path(`${base}?${new URLSearchParams({ call: head.slug })}`)}>
                    <bdi>{head.title}</bdi>
                  </a>
                </h3>
                <p>{head.summary}</p>
                <p className="hint">{standingOf(page, head, event)}</p>
              </li>
            ))}
          </ul>
        </Leaf>
      )}
    </main>
  )
}

/** Of the page in a browser's list: the call, or the kind of calls, and the event. */
export function applyTitle(view: ApplyView | undefined, t: ReturnType<typeof usePage>['t']): string {
  if (!view) return t('application.apply.title')
  const kind = view.page === 'scholarship' ? 'application.apply.scholarshipTitle' : 'application.apply.title'
  return `${view.call?.title ?? t(kind)}, ${view.event.title}`
}
