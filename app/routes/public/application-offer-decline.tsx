import {
  type ActionFunctionArgs,
  data,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { offerRefused, ownOffer } from './application-offer.server.ts'
import { ApplicationStranger } from './application-stranger.tsx'
import { declineSchema } from '#app/applications/offers/answer-form.ts'
import { declineOffer } from '#app/applications/offers/decline-offer.server.ts'
import { notFound, seeOther } from '#app/http/answers.ts'
import { parseForm, readForm } from '#app/http/form.server.ts'
import { KEYED_PAGE } from '#app/http/private-page.ts'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { TextArea } from '#app/ui/fields.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'
import { seriesOf } from '#app/ui/series-mark.ts'
import { usePage } from '#app/ui/use-page.ts'
import { EMPTY_FORM } from '#app/values/form-state.ts'

export const handle = { shell: 'public' }

export const headers: HeadersFunction = () => KEYED_PAGE

export const meta: MetaFunction = (args) => pageMeta(args, (t) => ({ title: t('admission.declineTitle') }))

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const own = await ownOffer(request, params['code'], context)
  if (!own) return data({ own: null }, { status: 404, headers: KEYED_PAGE })
  if (own.offer?.state !== 'open') throw seeOther(context, `/applications/${own.code}/offer${own.query}`)
  return data({ own: { code: own.code, query: own.query, event: own.offer.event } }, { headers: KEYED_PAGE })
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const own = await ownOffer(request, params['code'], context)
  if (!own?.offer) throw notFound()
  const form = await readForm(request)
  const parsed = parseForm(form, declineSchema)
  if (!parsed.ok) return data({ form: parsed.form }, { status: 422, headers: KEYED_PAGE })
  const { reason } = parsed.value
  const answer = { offerId: own.offer.id, reason, now: context.now, actor: { kind: 'visitor' as const } }
  const declined = await declineOffer(context.services.db, answer)
  if (!declined.ok) return offerRefused(form, declined.refusals)
  return seeOther(context, `/applications/${own.code}/offer${own.query}`)
}

export default function Page() {
  const { own } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  const { t, path } = usePage()
  if (!own) return <ApplicationStranger />
  const { code, query, event } = own
  return (
    <main id="main" tabIndex={-1} data-series={seriesOf(event.mark)}>
      <div className="flow intro">
        <ErrorSummary form={form} />
        <p className="kind">
          <bdi>{event.title}</bdi>
        </p>
        <h1>{t('admission.declineTitle')}</h1>
        <p className="lead">{t('admission.declineLead')}</p>
        <form method="post" action={path(`/applications/${code}/offer/decline${query}`)}>
          <TextArea
            form={form}
            name="reason"
            label={t('admission.declineReason')}
            hint={t('admission.declineReasonHint')}
            isOptional
            maxLength={500}
          />
          <p className="row after">
            <button className="go">{t('admission.declineButton')}</button>{' '}
            <a href={path(`/applications/${code}/offer${query}`)}>{t('admission.keep')}</a>
          </p>
        </form>
      </div>
    </main>
  )
}
