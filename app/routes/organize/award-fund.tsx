import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { AwardForm } from './award-form.tsx'
import { requireAward } from './award.server.ts'
import { deskMeta, useDesk } from './desk.ts'
import { invalid, refused } from './failed.server.ts'
import { seeOther } from '#app/http/answers.ts'
import { parseForm, readForm } from '#app/http/form.server.ts'
import { reassignShares } from '#app/scholarships/awards/reassign-shares.server.ts'
import { listFunds } from '#app/scholarships/funds/list-funds.server.ts'
import { SelectField } from '#app/ui/fields.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { line } from '#app/values/fields.ts'
import { EMPTY_FORM } from '#app/values/form-state.ts'

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('award.move.title'))

export async function loader(given: LoaderFunctionArgs) {
  const { award, event } = await requireAward(given)
  const funds = await listFunds(given.context.services.db, event.id)
  const paying = new Set(award.components.flatMap(({ shares }) => shares.map(({ fundId }) => fundId)))
  const options = funds.map(({ id, name, currency }) => ({ value: id, label: `${name} (${currency})` }))
  return {
    id: award.id,
    name: award.fullName || award.code,
    currency: award.currency,
    from: options.filter(({ value }) => paying.has(value)),
    to: options,
  }
}

export async function action(given: ActionFunctionArgs) {
  const { award, event, ids } = await requireAward(given)
  const form = await readForm(given.request)
  const parsed = parseForm(form, z.object({ from: line(36), to: line(36) }))
  if (!parsed.ok) return invalid(parsed.form)
  const { from: fromFundId, to: toFundId } = parsed.value
  const done = await reassignShares(given.context.services.db, { ...ids, fromFundId, toFundId })
  if (!done.ok) return refused(form, done.refusals)
  return seeOther(given.context, `/organize/${event.slug}/awards/${award.id}?done`)
}

export default function AwardFund() {
  const { id, name, currency, from, to } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  const { slug } = useDesk()
  const { t } = usePage()
  return (
    <AwardForm
      form={form}
      title={t('award.move.title')}
      lead={t('award.move.lead', { currency })}
      submit={t('award.move.save')}
      back={`/organize/${slug}/awards/${id}`}
      name={name}
    >
      <SelectField form={form} name="from" label={t('award.move.from')} options={from} />
      <SelectField form={form} name="to" label={t('award.move.to')} options={to} blank="" />
    </AwardForm>
  )
}
