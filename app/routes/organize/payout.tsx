import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData, useSearchParams } from '@remix-run/react'
import { z } from 'zod'
import { deskMeta, useDesk } from './desk.ts'
import { invalid, refused } from './failed.server.ts'
import { PageHead } from './page-head.tsx'
import { PayoutFacts } from '#app/ui/award/payout-facts.tsx'
import { requirePayout } from './payout.server.ts'
import { seeOther } from '#app/http/answers.ts'
import { parseForm, readForm } from '#app/http/form.server.ts'
import { amountIn } from '#app/scholarships/payouts/amount-in.ts'
import { checkPayout } from '#app/scholarships/payouts/check-payout.server.ts'
import { Crumbs } from '#app/ui/crumbs.tsx'
import { TextArea, TextField } from '#app/ui/fields.tsx'
import { Leaf } from '#app/ui/leaf.tsx'
import { Note } from '#app/ui/note.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { optionalText } from '#app/values/fields.ts'
import { EMPTY_FORM } from '#app/values/form-state.ts'
import { plainAmount } from '#app/values/money.ts'

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('award.payouts.title'))

export async function loader(given: LoaderFunctionArgs) {
  const { payout } = await requirePayout(given)
  return { payout }
}

/** Says what receipts are worth. Refusing has an address of its own. */
export async function action(given: ActionFunctionArgs) {
  const { payout, event, signedIn, scope } = await requirePayout(given)
  const { context, request } = given
  const form = await readForm(request)
  const parsed = parseForm(form, z.object({ amount: amountIn(payout.currency), note: optionalText(1000) }))
  if (!parsed.ok) return invalid(parsed.form)
  const { amount: amountMinor, note } = parsed.value
  const check = { ...scope, payoutId: payout.id, amountMinor, note, accountId: signedIn.accountId, now: context.now }
  const done = await checkPayout(context.services.db, check)
  if (!done.ok) return refused(form, done.refusals)
  return seeOther(context, `/organize/${event.slug}/payouts/${payout.id}?done`)
}

export default function PayoutPage() {
  const { payout } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  const [query] = useSearchParams()
  const { slug } = useDesk()
  const { t, path } = usePage()
  const base = `/organize/${slug}/payouts`
  const { currency } = payout
  return (
    <>
      <Crumbs trail={[{ to: base, label: t('award.payouts.title') }, { label: <bdi>{payout.fullName}</bdi> }]} />
      <PageHead form={form} area="award" title={<bdi>{payout.fullName}</bdi>} />
      {query.has('done') && (
        <Note is="ok">
          <p>{t('award.payouts.done')}</p>
        </Note>
      )}
      <section className="flow">
        <PayoutFacts payout={payout} base={base} />
      </section>
      {payout.state === 'claimed' && (
        <Leaf id="check" title={t('award.payouts.checkTitle')}>
          <form method="post" action={path(`${base}/${payout.id}`)} className="flow">
            <p>{t('award.payouts.checkLead', { currency })}</p>
            <TextField
              form={form}
              name="amount"
              label={t('award.payouts.amount', { currency })}
              defaultValue={
                payout.amountMinor === 0 ? null : plainAmount({ amountMinor: payout.amountMinor, currency })
              }
              dir="ltr"
              maxLength={20}
            />
            <TextArea form={form} name="note" label={t('award.payouts.note')} maxLength={1000} isOptional />
            <p>
              <button className="go">{t('award.payouts.checkDo')}</button>
            </p>
          </form>
        </Leaf>
      )}
      <p className="row">
        <a className="btn" href={path(`/organize/${slug}/awards/${payout.awardId}`)}>
          {t('award.title')}
        </a>
        {(payout.state === 'claimed' || payout.state === 'checked') && (
          <a href={path(`${base}/${payout.id}/refuse`)}>{t('award.payouts.refuse')}</a>
        )}
      </p>
    </>
  )
}
