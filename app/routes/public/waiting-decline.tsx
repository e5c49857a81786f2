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
import { declineOffer } from '#app/waiting-list/leave-waiting-list.server.ts'

export const handle = { shell: 'public' }

export const headers: HeadersFunction = () => KEYED_PAGE

export const meta: MetaFunction = (args) => pageMeta(args, (t) => ({ title: t('waiting.declineTitle') }))

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const own = await ownEntry(request, params['code'], context)
  if (!own) return data({ entry: null, key: '' }, { status: 404, headers: KEYED_PAGE })
  if (own.entry.offer === null)
    throw seeOther(context, `/waiting-list/${own.entry.code}?${new URLSearchParams({ key: own.key })}`)
  return data(own, { headers: KEYED_PAGE })
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const own = await ownEntry(request, params['code'], context)
  if (!own) throw notFound()
  const form = await readForm(request)
  const back = seeOther(context, `/waiting-list/${own.entry.code}?${new URLSearchParams({ key: own.key })}`)
  // Whoever ends what is over already has what they wanted.
  if (own.entry.offer === null) return back
  const ended = await declineOffer(context.services.db, { offerId: own.entry.offer.id, now: context.now })
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
      page="decline"
      words={{
        title: t('waiting.declineTitle'),
        lead: t('waiting.declineLead'),
        button: t('waiting.declineButton'),
        back: t('waiting.keepOffer'),
      }}
    />
  )
}
