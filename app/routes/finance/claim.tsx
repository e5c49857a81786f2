import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ClaimFacts } from './claim-facts.tsx'
import { FinanceSide } from './finance-side.tsx'
import { notFound, seeOther } from '#app/http/answers.ts'
import { parseForm, readForm, refusedForm } from '#app/http/form.server.ts'
import { requireFinance } from '#app/http/guards.server.ts'
import { acceptClaim } from '#app/payments/claims/accept-claim.server.ts'
import { acceptSchema } from '#app/payments/claims/claim-form.ts'
import { claimView } from '#app/payments/claims/queries.server.ts'
import { orderKey } from '#app/registrations/order-key.ts'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { TextArea, TextField } from '#app/ui/fields.tsx'
import { Leaf } from '#app/ui/leaf.tsx'
import { Note } from '#app/ui/note.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'
import { usePage } from '#app/ui/use-page.ts'
import { EMPTY_FORM } from '#app/values/form-state.ts'
import { parseMinor, plainAmount } from '#app/values/money.ts'

/** One claim, to look at and to decide. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { reach } = await requireFinance(request, context)
  const { services, language } = context
  const view = await claimView(services.db, { claimId: params.claim!, reach, language })
  if (!view) throw notFound()
  const { keyVersion, ...claim } = view
  const key = orderKey(services.config.secret, { id: claim.orderId, keyVersion })
  return { claim, address: `/orders/${claim.code}?key=${key}` }
}

/** Accepts it. Refusing has an address of its own. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { signedIn, reach } = await requireFinance(request, context)
  const { services, language, now } = context
  const form = await readForm(request)
  const claim = await claimView(services.db, { claimId: params.claim!, reach, language })
  if (!claim) throw notFound()
  const parsed =
    claim.kind === 'purchase-order'
      ? ({ ok: true, value: { amount: '0', fund: '' } } as const)
      : parseForm(form, acceptSchema)
  if (!parsed.ok) return data({ form: parsed.form }, { status: 422 })
  const amountMinor = parseMinor(parsed.value.amount, claim.currency ?? '')
  if (amountMinor === null || (amountMinor === 0 && claim.kind !== 'purchase-order')) {
    const { values } = refusedForm(form, [])
    return data({ form: { values, errors: { amount: ['pay.enterAmount'] } } }, { status: 422 })
  }
  const accepted = await acceptClaim(services.db, {
    claimId: claim.id,
    amountMinor,
    fund: parsed.value.fund,
    accountId: signedIn.accountId,
    reach,
    now,
  })
  if (accepted.ok) return seeOther(context, '/finance/claims?done')
  const isBusy = accepted.refusals[0]!.code === 'busy'
  return data({ form: refusedForm(form, accepted.refusals) }, { status: isBusy ? 503 : 409 })
}

export const headers = () => ({ 'Cache-Control': 'no-store', 'Referrer-Policy': 'same-origin' })

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, (t) => ({ title: t('pay.decide.title', { code: args.data?.claim.code ?? '' }) }))

export const handle = { shell: 'work', section: 'finance' }

export default function Claim() {
  const { t, path } = usePage()
  const { claim, address } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  const { kind, currency, due, state } = claim
  return (
    <div className="main desk">
      <FinanceSide />
      <main id="main" tabIndex={-1} className="flow">
        <ErrorSummary form={form} />
        <p className="kind">{t(`pay.claims.${kind}`)}</p>
        <h1>{t('pay.decide.title', { code: claim.code })}</h1>
        <ClaimFacts claim={claim} address={address} />
        {state !== 'waiting' ? (
          <Note is={state === 'accepted' ? 'ok' : 'warn'}>
            <p>{state === 'accepted' ? t('pay.decide.accepted') : t('pay.decide.refused', { reason: claim.reason })}</p>
          </Note>
        ) : (
          <>
            <Leaf id="accept" title={t(`pay.decide.acceptTitle.${kind}`)}>
              <p>{t(`pay.decide.acceptLead.${kind}`)}</p>
              <form method="post" action={path(`/finance/claims/${claim.id}`)} className="flow">
                {kind !== 'purchase-order' && (
                  <TextField
                    form={form}
                    name="amount"
                    label={t('pay.decide.amount', { currency: currency ?? '' })}
                    defaultValue={due && due.amountMinor > 0 ? plainAmount(due) : null}
                    dir="ltr"
                    maxLength={20}
                  />
                )}
                {kind === 'waiver' && (
                  <TextField form={form} name="fund" label={t('pay.decide.fund')} maxLength={80} isOptional />
                )}
                <p>
                  <button className="go">{t(`pay.decide.accept.${kind}`)}</button>
                </p>
              </form>
            </Leaf>
            <Leaf id="refuse" title={t('pay.decide.refuseTitle')}>
              <p>{t('pay.decide.refuseLead')}</p>
              <form method="post" action={path(`/finance/claims/${claim.id}/refuse`)} className="flow">
                <TextArea form={EMPTY_FORM} name="reason" label={t('pay.decide.reason')} maxLength={500} />
                <p>
                  <button>{t('pay.decide.refuse')}</button>
                </p>
              </form>
            </Leaf>
          </>
        )}
      </main>
    </div>
  )
}
