import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { AwardForm } from './award-form.tsx'
import { deskMeta, useDesk } from './desk.ts'
import { invalid, refused } from './failed.server.ts'
import { requirePayout } from './payout.server.ts'
import { seeOther } from '#app/http/answers.ts'
import { parseForm, readForm } from '#app/http/form.server.ts'
import { refusePayout } from '#app/scholarships/payouts/refuse-payout.server.ts'
import { TextArea } from '#app/ui/fields.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { line } from '#app/values/fields.ts'
import { EMPTY_FORM } from '#app/values/form-state.ts'

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('award.payouts.refuseTitle'))

export async function loader(given: LoaderFunctionArgs) {
  const { payout } = await requirePayout(given)
  return { id: payout.id }
}

export async function action(given: ActionFunctionArgs) {
  const { payout, event, signedIn, scope } = await requirePayout(given)
  const { context, request } = given
  const form = await readForm(request)
  const parsed = parseForm(form, z.object({ reason: line(1000) }))
  if (!parsed.ok) return invalid(parsed.form)
  const { reason } = parsed.value
  const refusal = { payoutId: payout.id, reason, by: scope, accountId: signedIn.accountId, now: context.now }
  const done = await refusePayout(context.services.db, refusal)
  if (!done.ok) return refused(form, done.refusals)
  return seeOther(context, `/organize/${event.slug}/payouts/${payout.id}?done`)
}

export default function PayoutRefuse() {
  const { id } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  const { slug } = useDesk()
  const { t } = usePage()
  return (
    <AwardForm
      form={form}
      title={t('award.payouts.refuseTitle')}
      lead={t('award.payouts.refuseLead')}
      submit={t('award.payouts.refuse')}
      back={`/organize/${slug}/payouts/${id}`}
    >
      <TextArea form={form} name="reason" label={t('award.payouts.reason')} maxLength={1000} />
    </AwardForm>
  )
}
