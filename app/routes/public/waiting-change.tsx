import {
  type ActionFunctionArgs,
  data,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ownEntry } from './waiting.server.ts'
import { WaitingStranger } from './waiting-stranger.tsx'
import { WishFields } from './wish-fields.tsx'
import { atChoices } from './wish-form.ts'
import { notFound, seeOther } from '#app/http/answers.ts'
import { parseForm, readForm, refusedForm } from '#app/http/form.server.ts'
import { KEYED_PAGE } from '#app/http/private-page.ts'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Note } from '#app/ui/note.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'
import { seriesOf } from '#app/ui/series-mark.ts'
import { usePage } from '#app/ui/use-page.ts'
import { EMPTY_FORM } from '#app/values/form-state.ts'
import { changeEntry } from '#app/waiting-list/change-entry.server.ts'
import { changeSchema } from '#app/waiting-list/join-form.ts'
import { dayEndingAt, endOfDay } from '#app/waiting-list/last-moment.ts'

export const handle = { shell: 'public' }

export const headers: HeadersFunction = () => KEYED_PAGE

export const meta: MetaFunction = (args) => pageMeta(args, (t) => ({ title: t('waiting.changeTitle') }))

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const own = await ownEntry(request, params['code'], context)
  if (!own) return data({ entry: null, key: '' }, { status: 404, headers: KEYED_PAGE })
  if (own.entry.state !== 'waiting' || own.entry.isLate)
    throw seeOther(context, `/waiting-list/${own.entry.code}?${new URLSearchParams({ key: own.key })}`)
  return data(own, { headers: KEYED_PAGE })
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const own = await ownEntry(request, params['code'], context)
  if (!own) throw notFound()
  const form = await readForm(request)
  const parsed = parseForm(form, changeSchema)
  if (!parsed.ok) return data({ form: atChoices(parsed.form) }, { status: 422, headers: KEYED_PAGE })
  const { choices, partySize, isAllOrNothing, wantedUntil } = parsed.value
  const changed = await changeEntry(context.services.db, {
    entryId: own.entry.id,
    ticketTypeIds: choices,
    partySize,
    isAllOrNothing,
    wantedUntilAt: endOfDay(wantedUntil, own.entry.zone),
    now: context.now,
  })
  if (!changed.ok) {
    const isBusy = changed.refusals.some(({ code }) => code === 'busy')
    const refused = atChoices(refusedForm(form, changed.refusals))
    return data({ form: refused }, { status: isBusy ? 503 : 409, headers: KEYED_PAGE })
  }
  const query = new URLSearchParams({ key: own.key, done: changed.value.isAtEnd ? 'at-end' : 'changed' })
  return seeOther(context, `/waiting-list/${own.entry.code}?${query}`)
}

export default function Page() {
  const { entry, key } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  const { t, path } = usePage()
  if (!entry) return <WaitingStranger />
  const query = new URLSearchParams({ key })
  const now = {
    choices: entry.tickets.map(({ id }) => id),
    partySize: entry.partySize,
    isAllOrNothing: entry.isAllOrNothing === 1,
    wantedUntil: dayEndingAt(entry.wantedUntilAt, entry.zone),
  }
  return (
    <main id="main" tabIndex={-1} data-series={seriesOf(entry.mark)}>
      <div className="flow intro">
        <ErrorSummary form={form} />
        <p className="kind">
          {t('waiting.title')} · <bdi>{entry.title}</bdi>
        </p>
        <h1>{t('waiting.changeTitle')}</h1>
        <Note>
          <p>{t('waiting.changeLead')}</p>
        </Note>
        <form method="post" action={path(`/waiting-list/${entry.code}/change?${query}`)} className="flow" noValidate>
          <WishFields form={form} choices={entry.choices} place={entry.city ?? entry.zone} now={now} />
          <p className="row">
            <button className="go">{t('waiting.changeButton')}</button>{' '}
            <a href={path(`/waiting-list/${entry.code}?${query}`)}>{t('waiting.back')}</a>
          </p>
        </form>
      </div>
    </main>
  )
}
