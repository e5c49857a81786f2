import {
  type ActionFunctionArgs,
  data,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { WaitingHow } from './waiting-how.tsx'
import { WishFields } from './wish-fields.tsx'
import { atChoices } from './wish-form.ts'
import { notFound, seeOther } from '#app/http/answers.ts'
import type { RequestContext } from '#app/http/context.server.ts'
import { parseForm, readForm, refusedForm } from '#app/http/form.server.ts'
import { signedIn } from '#app/http/guards.server.ts'
import { countAttempt } from '#app/people/count-attempt.server.ts'
import { Crumbs } from '#app/ui/crumbs.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { TextField } from '#app/ui/fields.tsx'
import { Leaf } from '#app/ui/leaf.tsx'
import { Note } from '#app/ui/note.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'
import { seriesOf } from '#app/ui/series-mark.ts'
import { usePage } from '#app/ui/use-page.ts'
import { formatDays } from '#app/values/dates.ts'
import { EMPTY_FORM } from '#app/values/form-state.ts'
import { newToken } from '#app/values/secret.ts'
import { joinSchema } from '#app/waiting-list/join-form.ts'
import { joinWaitingList } from '#app/waiting-list/join-waiting-list.server.ts'
import { endOfDay } from '#app/waiting-list/last-moment.ts'
import { joinView } from '#app/waiting-list/queries.server.ts'
import { waitingKey } from '#app/waiting-list/waiting-key.ts'

export const handle = { shell: 'public', section: 'events' }

const PRIVATE = { 'Cache-Control': 'no-store' }

export const headers: HeadersFunction = () => PRIVATE

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, (t) => ({
    title: args.data ? t('waiting.titleOf', { event: args.data.view.event.title }) : t('waiting.title'),
  }))

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const view = await viewFor(params['event']!, context)
  const me = await signedIn(request, context)
  const known = { fullName: me?.fullName ?? '', email: me?.email ?? '' }
  return data({ view, known, formKey: context.formKey() }, { headers: PRIVATE })
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const view = await viewFor(params['event']!, context)
  const form = await readForm(request)
  const parsed = parseForm(form, joinSchema)
  if (!parsed.ok) return data({ form: atChoices(parsed.form) }, { status: 422, headers: PRIVATE })
  const { services, clientAddress, language, now } = context
  const limit = { limit: 20, windowMinutes: 15, now }
  if (!(await countAttempt(services.db, { bucket: `waiting-list-from:${clientAddress}`, ...limit })))
    return data({ form: refusedForm(form, [{ code: 'busy' }]) }, { status: 429, headers: PRIVATE })
  const me = await signedIn(request, context)
  const { formKey, choices, wantedUntil, ...wish } = parsed.value
  const joined = await joinWaitingList(services.db, {
    ...wish,
    eventId: view.event.id,
    formKey: formKey || newToken(),
    ticketTypeIds: choices,
    wantedUntilAt: endOfDay(wantedUntil, view.event.zone),
    language,
    actor: me ? { kind: 'account', id: me.accountId } : { kind: 'visitor' },
    now,
  })
  if (!joined.ok) {
    const isBusy = joined.refusals.some(({ code }) => code === 'busy')
    const refused = atChoices(refusedForm(form, joined.refusals))
    return data({ form: refused }, { status: isBusy ? 503 : 409, headers: PRIVATE })
  }
  const { entryId, keyVersion, code } = joined.value
  const key = waitingKey(services.config.secret, { id: entryId, keyVersion })
  return seeOther(context, `/waiting-list/${code}?${new URLSearchParams({ key, done: 'joined' })}`)
}

async function viewFor(slug: string, { services, language, now }: RequestContext) {
  const view = await joinView(services.db, { slug, language, now })
  if (!view) throw notFound()
  return view
}

export default function Page() {
  const { view, known, formKey } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  const { t, path, language } = usePage()
  const { event, state, rules, tickets, waiting } = view
  return (
    <main id="main" tabIndex={-1} data-series={seriesOf(event.mark)}>
      <Crumbs
        trail={[
          { label: t('common.events'), to: '/events' },
          { label: <bdi>{event.title}</bdi>, to: `/events/${event.slug}` },
          { label: t('waiting.title') },
        ]}
      />
      <div className="flow intro">
        <ErrorSummary form={form} />
        <p className="kind">
          <bdi>{event.title}</bdi> · <bdi>{formatDays(event.startsOn, event.endsOn, language)}</bdi>
        </p>
        <h1>{t('waiting.title')}</h1>
        {state === 'open' ? (
          <>
            <p className="lead">{t('waiting.lead')}</p>
            <p>{t('waiting.count', { count: waiting })}</p>
          </>
        ) : (
          <Shut slug={event.slug} state={state} />
        )}
      </div>
      {state === 'open' && (
        <>
          <form method="post" action={path(`/events/${event.slug}/waiting-list`)} noValidate>
            <input type="hidden" name="formKey" value={form.values['formKey']?.[0] ?? formKey} />
            <Leaf id="wish" title={t('waiting.wishHeading')}>
              <WishFields form={form} choices={tickets} place={event.city ?? event.zone} />
            </Leaf>
            <Leaf id="you" title={t('waiting.youHeading')}>
              <TextField
                form={form}
                name="fullName"
                label={t('register.fullName')}
                hint={t('register.fullNameHint')}
                autoComplete="name"
                maxLength={200}
                defaultValue={known.fullName}
              />
              <TextField
                form={form}
                name="email"
                type="email"
                label={t('register.email')}
                autoComplete="email"
                maxLength={191}
                defaultValue={known.email}
              />
              <p className="hint">{t('waiting.keeping')}</p>
              <p>
                <button className="go">{t('waiting.join')}</button>
              </p>
            </Leaf>
          </form>
          <WaitingHow rules={rules} event={event} />
        </>
      )}
    </main>
  )
}

/** Instead of the form: why one cannot join, and what to do. */
function Shut({ slug, state }: { slug: string; state: 'none' | 'closed' | 'seats-left' }) {
  const { t, path } = usePage()
  const words = { none: 'waiting.noList', closed: 'waiting.listClosed', 'seats-left': 'waiting.seatsLeft' } as const
  return (
    <>
      <Note is={state === 'seats-left' ? 'ok' : undefined}>
        <p>{t(words[state])}</p>
      </Note>
      <p className="row">
        {state === 'seats-left' && (
          <a className="btn go" href={path(`/events/${slug}/register`)}>
            {t('waiting.register')}
          </a>
        )}{' '}
        <a href={path(`/events/${slug}`)}>{t('waiting.toEvent')}</a>
      </p>
    </>
  )
}
