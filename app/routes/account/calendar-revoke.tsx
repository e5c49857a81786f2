import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { CalendarSure } from './calendar-sure.tsx'
import { revokeFeed } from '#app/calendar/feeds/end-feed.server.ts'
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
  if (!feed) throw seeOther(context, '/me/calendars?news=over')
  return { feed }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { accountId } = await requireSignedIn(request, context)
  const form = await readForm(request)
  const ended = await revokeFeed(context.services.db, {
    accountId,
    feedId: params.feed ?? '',
    now: context.now,
    actor: { kind: 'account', id: accountId },
  })
  if (ended.ok) return seeOther(context, '/me/calendars?news=ended')
  if (ended.refusals.some(({ code }) => code === 'busy'))
    return data({ form: refusedForm(form, ended.refusals) }, { status: 503, headers: KEYED_PAGE })
  return seeOther(context, '/me/calendars?news=over')
}

export const headers = () => KEYED_PAGE

export const meta: MetaFunction = (args) =>
  pageMeta(args, (t) => ({ title: t('agenda.revokeTitle'), more: [{ name: 'robots', content: 'noindex' }] }))

export const handle = { shell: 'public', section: 'me' }

export default function Revoke() {
  const { t } = usePage()
  const { feed } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  return (
    <CalendarSure
      feed={feed}
      form={form}
      page="revoke"
      words={{ title: t('agenda.revokeTitle'), lead: t('agenda.revokeLead'), button: t('agenda.revokeButton') }}
    />
  )
}
