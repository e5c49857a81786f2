import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { deskMeta, useDesk } from './desk.ts'
import { invalid, isGone, saveRefused } from './failed.server.ts'
import { PageHead } from './page-head.tsx'
import { Seen } from './seen.tsx'
import { notFound, seeOther } from '#app/http/answers.ts'
import { parseForm, readForm } from '#app/http/form.server.ts'
import { requireOrganizer } from '#app/http/guards.server.ts'
import { listTaxRules, seenOfTaxRule } from '#app/registrations/offer/rules.server.ts'
import { saveTaxRule } from '#app/registrations/offer/save-tax-rule.server.ts'
import { taxRuleSchema } from '#app/registrations/offer/tax-rule-form.ts'
import { CheckField, ChoiceField, TextField } from '#app/ui/fields.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { EMPTY_FORM } from '#app/values/form-state.ts'
import { plainPercent } from '#app/values/percent-field.ts'

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('offer.tax'))

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { event } = await requireOrganizer(request, context, params.event!)
  const rules = await listTaxRules(context.services.db, event.id)
  const rule = rules.find(({ id }) => id === params.rule) ?? null
  if (!rule && params.rule !== 'new' && !isGone(context)) throw notFound()
  return { rule, isFirst: rules.length === 0, seen: rule ? seenOfTaxRule(rule) : '' }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { event, signedIn } = await requireOrganizer(request, context, params.event!)
  const form = await readForm(request)
  const parsed = parseForm(form, taxRuleSchema)
  if (!parsed.ok) return invalid(parsed.form)
  const saved = await saveTaxRule(context.services.db, {
    eventId: event.id,
    ruleId: params.rule === 'new' ? null : params.rule!,
    form: parsed.value,
    now: context.now,
    actor: { kind: 'account', id: signedIn.accountId },
  })
  if (!saved.ok) return saveRefused(context, form, saved.refusals)
  return seeOther(context, `/organize/${event.slug}/rules`)
}

export default function TaxRulePage() {
  const { rule, isFirst, seen } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  const { slug } = useDesk()
  const { t, path } = usePage()
  return (
    <>
      <PageHead form={form} title={rule ? t('offer.editTax') : t('offer.addTax')} lead={t('offer.taxLead')} />
      <form method="post" action={path(`/organize/${slug}/rules/taxes/${rule?.id ?? 'new'}`)}>
        <Seen form={form} seen={seen} />
        <div className="cols">
          <TextField
            form={form}
            name="name"
            label={t('offer.taxName')}
            hint={t('offer.taxNameHint')}
            defaultValue={rule?.name}
            maxLength={60}
          />
          <TextField
            form={form}
            name="rate"
            label={t('offer.rate')}
            hint={t('offer.rateHint')}
            defaultValue={rule ? plainPercent(rule.rate) : ''}
            dir="ltr"
            maxLength={10}
          />
        </div>
        <ChoiceField
          form={form}
          name="isInclusive"
          legend={t('offer.howTaxed')}
          defaultValue={rule?.isInclusive === 0 ? 'no' : 'yes'}
          options={[
            { value: 'yes', label: t('offer.inclusive') },
            { value: 'no', label: t('offer.exclusive') },
          ]}
        />
        <TextField
          form={form}
          name="note"
          label={t('offer.taxNote')}
          hint={t('offer.taxNoteHint')}
          defaultValue={rule?.note}
          maxLength={300}
          isOptional
        />
        <CheckField form={form} name="isDefault" defaultValue={(rule ? rule.isDefault === 1 : isFirst) ? 'on' : null}>
          {t('offer.isDefaultTax')}
        </CheckField>
        <CheckField form={form} name="allowsReverseCharge" defaultValue={rule?.allowsReverseCharge ? 'on' : null}>
          {t('offer.reverseCharge')}
        </CheckField>
        <p className="row after">
          <button className="go">{t('organize.save')}</button>{' '}
          <a href={path(`/organize/${slug}/rules`)}>{t('organize.back')}</a>
        </p>
      </form>
    </>
  )
}
