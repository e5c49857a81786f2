import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ClaimFacts } from './claim-facts.tsx'
import { FinanceSide } from './finance-side.tsx'
import { notFound, seeOther } from '#app/http/answers.ts'
import { parseForm, readForm, refusedForm } from '#app/http/form.server.ts'
import { requireFinance } from '#app/http/guards.server.ts'
import { refuseSchema } from '#app/payments/claims/claim-form.ts'
import { claimView } from '#app/payments/claims/queries.server.ts'
import { refuseClaim } from '#app/payments/claims/refuse-claim.server.ts'
import { orderKey } from '#app/registrations/order-key.ts'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { TextArea } from '#app/ui/fields.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'
import { usePage } from '#app/ui/use-page.ts'
import { EMPTY_FORM } from '#app/values/form-state.ts'

/** Refusing a claim, with a reason that its payer reads. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { reach } = await requireFinance(request, context)
  const { services, language } = context
  const view = await claimView(services.db, { claimId: params.claim!, reach, language })
  if (!view) throw notFound()
  const { keyVersion, ...claim } = view
  const key = orderKey(services.config.secret, { id: claim.orderId, keyVersion })
  return { claim, address: `/orders/${claim.code}?key=${key}` }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { signedIn, reach } = await requireFinance(request, context)
  const { services, now } = context
  const form = await readForm(request)
  const parsed = parseForm(form, refuseSchema)
  if (!parsed.ok) return data({ form: parsed.form }, { status: 422 })
  const { reason } = parsed.value
  const { accountId } = signedIn
  const refused = await refuseClaim(services.db, { claimId: params.claim!, reason, accountId, reach, now })
  if (refused.ok) return seeOther(context, '/finance/claims?done')
  const [first] = refused.refusals
  if (first!.code === 'claim-unknown') throw notFound()
  return data({ form: refusedForm(form, refused.refusals) }, { status: first!.code === 'busy' ? 503 : 409 })
}

export const headers = () => ({ 'Cache-Control': 'no-store', 'Referrer-Policy': 'same-origin' })

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, (t) => ({ title: t('pay.decide.refuseTitle') }))

export const handle = { shell: 'work', section: 'finance' }

export default function RefuseClaim() {
  const { t, path } = usePage()
  const { claim, address } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  return (
    <div className="main desk">
      <FinanceSide />
      <main id="main" tabIndex={-1} className="flow">
        <ErrorSummary form={form} />
        <p className="kind">{t(`pay.claims.${claim.kind}`)}</p>
        <h1>{t('pay.decide.refuseTitle')}</h1>
        <ClaimFacts claim={claim} address={address} />
        <p>{t('pay.decide.refuseLead')}</p>
        <form method="post" action={path(`/finance/claims/${claim.id}/refuse`)} className="flow">
          <TextArea form={form} name="reason" label={t('pay.decide.reason')} maxLength={500} />
          <p>
            <button className="go">{t('pay.decide.refuse')}</button>
          </p>
        </form>
      </main>
    </div>
  )
}
