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
import { WaitingSure } from './waiting-sure.tsx'
import { notFound, seeOther } from '#app/http/answers.ts'
import { readForm, refusedForm } from '#app/http/form.server.ts'
import { KEYED_PAGE } from '#app/http/private-page.ts'
import { pageMeta } from '#app/ui/page-meta.ts'
import { usePage } from '#app/ui/use-page.ts'
import { EMPTY_FORM } from '#app/values/form-state.ts'
import { leaveWaitingList } from '#app/waiting-list/leave-waiting-list.server.ts'

export const handle = { shell: 'public' }

export const headers: HeadersFunction = () => KEYED_PAGE

export const meta: MetaFunction = (args) => pageMeta(args, (t) => ({ title: t('waiting.leaveTitle') }))

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
  const back = seeOther(context, `/waiting-list/${own.entry.code}?${new URLSearchParams({ key: own.key })}`)
  // Whoever ends what is over already has what they wanted.
  if (own.entry.state !== 'waiting' || own.entry.isLate) return back
  const ended = await leaveWaitingList(context.services.db, { entryId: own.entry.id, now: context.now })
  if (ended.ok) return back
  const isBusy = ended.refusals.some(({ code }) => code === 'busy')
  return data({ form: refusedForm(form, ended.refusals) }, { status: isBusy ? 503 : 409, headers: KEYED_PAGE })
}

export default function Page() {
  const { entry, key } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  const { t } = usePage()
  if (!entry) return <WaitingStranger />
  return (
    <WaitingSure
      entry={entry}
      entryKey={key}
      form={form}
      page="leave"
      words={{
        title: t('waiting.leaveTitle'),
        lead: t('waiting.leaveLead'),
        button: t('waiting.leaveButton'),
        back: t('waiting.stay'),
      }}
    />
  )
}
