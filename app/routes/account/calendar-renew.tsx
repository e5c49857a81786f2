import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { CalendarOver } from './calendar-over.tsx'
import { CalendarReady } from './calendar-ready.tsx'
import { CalendarSure } from './calendar-sure.tsx'
import { renewFeed } from '#app/calendar/feeds/end-feed.server.ts'
import { feedPath } from '#app/calendar/feeds/feed-token.ts'
import { ownFeed } from '#app/calendar/feeds/queries.server.ts'
import { seeOther } from '#app/http/answers.ts'
import { readForm, refusedForm } from '#app/http/form.server.ts'
import { requireSignedIn } from '#app/http/guards.server.ts'
import { KEYED_PAGE } from '#app/http/private-page.ts'
import { pageMeta } from '#app/ui/page-meta.ts'
import { usePage } from '#app/ui/use-page.ts'
import { EMPTY_FORM } from '#app/values/form-state.ts'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { accountId } = await requireSignedIn(request, context)
  const feed = await ownFeed(context.services.db, { accountId, feedId: params.feed ?? '' })
  // After renewing, it is asked again: by then the feed is over.
  return { feed: feed ?? null }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { accountId } = await requireSignedIn(request, context)
  const form = await readForm(request)
  const { db, config } = context.services
  const renewed = await renewFeed(db, {
    accountId,
    feedId: params.feed ?? '',
    now: context.now,
    actor: { kind: 'account', id: accountId },
  })
  if (renewed.ok) {
    const { name, token } = renewed.value
    return data(
      { form: EMPTY_FORM, made: { name, address: config.baseUrl + feedPath(token) } },
      { headers: KEYED_PAGE },
    )
  }
  if (renewed.refusals.some(({ code }) => code === 'busy'))
    return data({ form: refusedForm(form, renewed.refusals), made: null }, { status: 503, headers: KEYED_PAGE })
  return seeOther(context, '/me/calendars?news=over')
}

export const headers = () => KEYED_PAGE

export const meta: MetaFunction = (args) =>
  pageMeta(args, (t) => ({ title: t('agenda.renewTitle'), more: [{ name: 'robots', content: 'noindex' }] }))

export const handle = { shell: 'public', section: 'me' }

export default function Renew() {
  const { t } = usePage()
  const { feed } = useLoaderData<typeof loader>()
  const { form, made } = useActionData<typeof action>() ?? { form: EMPTY_FORM, made: null }
  if (made) return <CalendarReady {...made} />
  if (!feed) return <CalendarOver />
  return (
    <CalendarSure
      feed={feed}
      form={form}
      page="renew"
      words={{ title: t('agenda.renewTitle'), lead: t('agenda.renewLead'), button: t('agenda.renewButton') }}
    />
  )
}
