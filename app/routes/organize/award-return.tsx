import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { AwardForm } from './award-form.tsx'
import { requireAward } from './award.server.ts'
import { deskMeta, useDesk } from './desk.ts'
import { invalid, refused } from './failed.server.ts'
import { seeOther } from '#app/http/answers.ts'
import { parseForm, readForm } from '#app/http/form.server.ts'
import { returnMoney } from '#app/scholarships/awards/return-money.server.ts'
import { amountIn } from '#app/scholarships/payouts/amount-in.ts'
import { SelectField, TextField } from '#app/ui/fields.tsx'
import { isolateIn } from '#app/ui/isolate.ts'
import { usePage } from '#app/ui/use-page.ts'
import { line } from '#app/values/fields.ts'
import { EMPTY_FORM } from '#app/values/form-state.ts'
import { formatMoney } from '#app/values/money.ts'

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('award.give.title'))

export async function loader(given: LoaderFunctionArgs) {
  const { award } = await requireAward(given)
  const parts = award.components.filter(({ state, leftMinor }) => state === 'accepted' && leftMinor > 0)
  return { id: award.id, name: award.fullName || award.code, currency: award.currency, parts }
}

export async function action(given: ActionFunctionArgs) {
  const { award, event, ids } = await requireAward(given)
  const form = await readForm(given.request)
  const parsed = parseForm(form, z.object({ component: line(36), amount: amountIn(award.currency).optional() }))
  if (!parsed.ok) return invalid(parsed.form)
  const { component: componentId, amount } = parsed.value
  const done = await returnMoney(given.context.services.db, {
    ...ids,
    componentId,
    ...(amount === undefined ? {} : { amountMinor: amount }),
  })
  if (!done.ok) return refused(form, done.refusals)
  return seeOther(given.context, `/organize/${event.slug}/awards/${award.id}?done`)
}

export default function AwardReturn() {
  const { id, name, currency, parts } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  const { slug } = useDesk()
  const { t, language } = usePage()
  const left = (amountMinor: number) => isolateIn(language, formatMoney({ amountMinor, currency }, language))
  return (
    <AwardForm
      form={form}
      title={t('award.give.title')}
      lead={t(parts.length === 0 ? 'award.give.none' : 'award.give.lead')}
      submit={parts.length === 0 ? null : t('award.give.save')}
      back={`/organize/${slug}/awards/${id}`}
      name={name}
    >
      {parts.length > 0 && (
        <>
          <SelectField
            form={form}
            name="component"
            label={t('award.one.component')}
            options={parts.map((part) => ({
              value: part.id,
              label: t('award.buy.left', { kind: t(`award.kinds.${part.kind}`), amount: left(part.leftMinor) }),
            }))}
          />
          <TextField
            form={form}
            name="amount"
            label={t('award.give.amount', { currency })}
            dir="ltr"
            maxLength={20}
            isOptional
          />
        </>
      )}
    </AwardForm>
  )
}
