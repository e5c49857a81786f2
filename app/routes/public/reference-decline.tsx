import {
  type ActionFunctionArgs,
  data,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ownReference } from './own-reference.server.ts'
import { ReferenceStranger } from './reference-stranger.tsx'
import { declineReference } from '#app/applications/referees/decline-reference.server.ts'
import { notFound, seeOther } from '#app/http/answers.ts'
import { readForm, refusedForm } from '#app/http/form.server.ts'
import { KEYED_PAGE, withoutReferrer } from '#app/http/private-page.ts'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { isolate } from '#app/ui/isolate.ts'
import { pageMeta } from '#app/ui/page-meta.ts'
import { seriesOf } from '#app/ui/series-mark.ts'
import { usePage } from '#app/ui/use-page.ts'
import { EMPTY_FORM } from '#app/values/form-state.ts'

export const handle = { shell: 'public' }

export const headers: HeadersFunction = () => KEYED_PAGE

export const meta: MetaFunction = (args) => pageMeta(args, (t) => ({ title: t('reference.declineTitle') }))

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const own = await ownReference(request, params['referee'], context)
  if (!own) return data({ reference: null, key: '' }, { status: 404, headers: KEYED_PAGE })
  if (own.reference.standing !== 'asked') throw pageOf(own)(context)
  return data(own, { headers: KEYED_PAGE })
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const own = await ownReference(request, params['referee'], context)
  if (!own) throw notFound()
  const form = await readForm(request)
  const declined = await declineReference(context.services.db, { refereeId: own.reference.id, now: context.now })
  if (declined.ok) return pageOf(own)(context)
  const isBusy = declined.refusals.some(({ code }) => code === 'busy')
  return data({ form: refusedForm(form, declined.refusals) }, { status: isBusy ? 503 : 409, headers: KEYED_PAGE })
}

function pageOf({ reference, key }: { reference: { id: string }; key: string }) {
  return (context: Parameters<typeof seeOther>[0]) =>
    withoutReferrer(seeOther(context, `/references/${reference.id}?${new URLSearchParams({ key })}`))
}

export default function DeclineReference() {
  const { reference, key } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  const { t, path } = usePage()
  if (!reference) return <ReferenceStranger />
  const query = new URLSearchParams({ key })
  const base = `/references/${reference.id}`
  return (
    <main id="main" tabIndex={-1} data-series={seriesOf(reference.mark)}>
      <div className="flow intro">
        <ErrorSummary form={form} />
        <p className="kind">
          <bdi>{reference.event}</bdi>
        </p>
        <h1>{t('reference.declineTitle')}</h1>
        <p className="lead">{t('reference.declineLead', { applicant: isolate(reference.applicant) })}</p>
        <form method="post" action={path(`${base}/decline?${query}`)} className="row">
          <button className="go">{t('reference.declineButton')}</button>{' '}
          <a href={path(`${base}?${query}`)}>{t('reference.declineBack')}</a>
        </form>
      </div>
    </main>
  )
}
