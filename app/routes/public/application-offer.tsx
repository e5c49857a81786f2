import {
  type ActionFunctionArgs,
  data,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { OfferAnswer } from './application-offer-answer.tsx'
import { OfferHead } from './application-offer-head.tsx'
import { offerRefused, ownOffer } from './application-offer.server.ts'
import { ApplicationStranger } from './application-stranger.tsx'
import { acceptOffer } from '#app/applications/offers/accept-offer.server.ts'
import { acceptSchema } from '#app/applications/offers/answer-form.ts'
import { notFound, seeOther } from '#app/http/answers.ts'
import { parseForm, readForm } from '#app/http/form.server.ts'
import { KEYED_PAGE } from '#app/http/private-page.ts'
import { pageMeta } from '#app/ui/page-meta.ts'
import { usePage } from '#app/ui/use-page.ts'
import { EMPTY_FORM } from '#app/values/form-state.ts'

export const handle = { shell: 'public' }

export const headers: HeadersFunction = () => KEYED_PAGE

export const meta: MetaFunction = (args) => pageMeta(args, (t) => ({ title: t('admission.offerTitle') }))

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const own = await ownOffer(request, params['code'], context)
  if (!own) return data({ own: null }, { status: 404, headers: KEYED_PAGE })
  return data({ own }, { headers: KEYED_PAGE })
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const own = await ownOffer(request, params['code'], context)
  if (!own?.offer) throw notFound()
  const form = await readForm(request)
  const parsed = parseForm(form, acceptSchema)
  if (!parsed.ok) return data({ form: parsed.form }, { status: 422, headers: KEYED_PAGE })
  const { components, attendeeList, photographs } = parsed.value
  const accepted = await acceptOffer(context.services.db, {
    offerId: own.offer.id,
    components,
    isOnAttendeeList: attendeeList,
    mayBePhotographed: photographs,
    now: context.now,
    actor: { kind: 'visitor' },
  })
  if (!accepted.ok) return offerRefused(form, accepted.refusals)
  return seeOther(context, `/applications/${own.code}/offer${own.query}`)
}

export default function Page() {
  const { own } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  const { t, path } = usePage()
  if (!own) return <ApplicationStranger />
  const { code, query, offer, orderPath } = own
  const back = <a href={path(`/applications/${code}${query}`)}>{t('admission.toApplication')}</a>
  if (!offer)
    return (
      <main id="main" tabIndex={-1}>
        <div className="flow intro">
          <h1>{t('admission.noOffer')}</h1>
          <p className="lead">{t('admission.noOfferLead')}</p>
          <p>{back}</p>
        </div>
      </main>
    )
  return (
    <OfferHead offer={offer} form={form} orderPath={orderPath} back={back}>
      {offer.state === 'open' && <OfferAnswer offer={offer} form={form} code={code} query={query} />}
    </OfferHead>
  )
}
