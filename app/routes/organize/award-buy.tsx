import { randomUUID } from 'node:crypto'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { AwardForm } from './award-form.tsx'
import { requireAward } from './award.server.ts'
import { deskMeta, useDesk } from './desk.ts'
import { invalid, refused } from './failed.server.ts'
import { seeOther } from '#app/http/answers.ts'
import { parseForm, readForm } from '#app/http/form.server.ts'
import { amountIn } from '#app/scholarships/payouts/amount-in.ts'
import { recordPurchase } from '#app/scholarships/payouts/record-purchase.server.ts'
import { SelectField, TextArea, TextField } from '#app/ui/fields.tsx'
import { isolateIn } from '#app/ui/isolate.ts'
import { usePage } from '#app/ui/use-page.ts'
import { line, optionalText } from '#app/values/fields.ts'
import { EMPTY_FORM, typedValue } from '#app/values/form-state.ts'
import { formatMoney } from '#app/values/money.ts'

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('award.buy.title'))

export async function loader(given: LoaderFunctionArgs) {
  const { award } = await requireAward(given)
  const parts = award.components.filter(
    ({ state, payout, leftMinor }) => state === 'accepted' && payout === 'organizer' && leftMinor > 0,
  )
  const { id, fullName, currency } = award
  return { id, fullName, currency, parts, formKey: randomUUID() }
}

export async function action(given: ActionFunctionArgs) {
  const { award, event, signedIn } = await requireAward(given)
  const form = await readForm(given.request)
  const parsed = parseForm(
    form,
    z.object({
      formKey: z.uuid(),
      component: line(36),
      amount: amountIn(award.currency),
      note: optionalText(1000),
    }),
  )
  if (!parsed.ok) return invalid(parsed.form)
  const { component: componentId, amount: amountMinor, note, formKey } = parsed.value
  const done = await recordPurchase(given.context.services.db, {
    eventId: event.id,
    awardId: award.id,
    componentId,
    amountMinor,
    note,
    formKey,
    accountId: signedIn.accountId,
    now: given.context.now,
  })
  if (!done.ok) return refused(form, done.refusals)
  return seeOther(given.context, `/organize/${event.slug}/awards/${award.id}?done`)
}

export default function AwardBuy() {
  const { id, fullName, currency, parts, formKey } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  const { slug } = useDesk()
  const { t, language } = usePage()
  const left = (amountMinor: number) => isolateIn(language, formatMoney({ amountMinor, currency }, language))
  return (
    <AwardForm
      form={form}
      title={t('award.buy.title')}
      lead={parts.length === 0 ? t('award.buy.none') : t('award.buy.lead', { name: isolateIn(language, fullName) })}
      submit={parts.length === 0 ? null : t('award.buy.save')}
      back={`/organize/${slug}/awards/${id}`}
      name={fullName}
    >
      {parts.length > 0 && (
        <>
          <input type="hidden" name="formKey" value={typedValue(form, 'formKey') ?? formKey} />
          <SelectField
            form={form}
            name="component"
            label={t('award.buy.component')}
            options={parts.map((part) => ({
              value: part.id,
              label: t('award.buy.left', { kind: t(`award.kinds.${part.kind}`), amount: left(part.leftMinor) }),
            }))}
          />
          <TextField form={form} name="amount" label={t('award.buy.amount', { currency })} dir="ltr" maxLength={20} />
          <TextArea form={form} name="note" label={t('award.buy.note')} maxLength={1000} isOptional />
        </>
      )}
    </AwardForm>
  )
}
