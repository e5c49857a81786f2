import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { deskMeta, useDesk } from './desk.ts'
import { invalid, isGone, saveRefused } from './failed.server.ts'
import { PageHead } from './page-head.tsx'
import { sentRows } from './price-rows.tsx'
import { Seen } from './seen.tsx'
import { notFound, seeOther } from '#app/http/answers.ts'
import { parseForm, readForm } from '#app/http/form.server.ts'
import { requireOrganizer } from '#app/http/guards.server.ts'
import { MOST_BUNDLE_PRICES, MOST_PARTS, priceRuleSchema } from '#app/registrations/offer/price-rule-form.ts'
import { PRICE_KINDS } from '#app/registrations/offer/price-rows-form.ts'
import { listTicketTypes } from '#app/registrations/offer/queries.server.ts'
import { listPriceRules, seenOfPriceRule } from '#app/registrations/offer/rules.server.ts'
import { savePriceRule } from '#app/registrations/offer/save-price-rule.server.ts'
import { CheckField, ChecksField, ChoiceField, SelectField, TextField } from '#app/ui/fields.tsx'
import { Leaf } from '#app/ui/leaf.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { EMPTY_FORM } from '#app/values/form-state.ts'
import { plainAmount } from '#app/values/money.ts'
import { plainPercent } from '#app/values/percent-field.ts'

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('offer.priceRule'))

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { event } = await requireOrganizer(request, context, params.event!)
  const { db } = context.services
  const [rules, types] = await Promise.all([
    listPriceRules(db, event.id),
    listTicketTypes(db, event.id, context.language),
  ])
  const rule = rules.find(({ id }) => id === params.rule) ?? null
  if (!rule && params.rule !== 'new' && !isGone(context)) throw notFound()
  return { rule, types, seen: rule ? seenOfPriceRule(rule) : '' }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { event, signedIn } = await requireOrganizer(request, context, params.event!)
  const form = await readForm(request)
  const parsed = parseForm(form, priceRuleSchema)
  if (!parsed.ok) return invalid(parsed.form)
  const saved = await savePriceRule(context.services.db, {
    eventId: event.id,
    ruleId: params.rule === 'new' ? null : params.rule!,
    form: parsed.value,
    now: context.now,
    actor: { kind: 'account', id: signedIn.accountId },
  })
  if (!saved.ok) return saveRefused(context, form, saved.refusals)
  return seeOther(context, `/organize/${event.slug}/rules`)
}

export default function PriceRulePage() {
  const { rule, types, seen } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  const { slug, currency } = useDesk()
  const { t, path } = usePage()
  const parts = [...Map.groupBy(rule?.types ?? [], ({ part }) => part).values()]
  const partCount = Math.min(MOST_PARTS, Math.max(2, parts.length + 1, sentRows(form, 'parts')))
  const priceCount = Math.min(MOST_BUNDLE_PRICES, Math.max(3, (rule?.steps.length ?? 0) + 1, sentRows(form, 'prices')))
  return (
    <>
      <PageHead
        form={form}
        title={rule ? t('offer.editPriceRule') : t('offer.addPriceRule')}
        lead={t('offer.priceRuleLead')}
      />
      <form method="post" action={path(`/organize/${slug}/rules/prices/${rule?.id ?? 'new'}`)}>
        <Seen form={form} seen={seen} />
        <Leaf id="rule" title={t('organize.whatItIs')} isWide>
          <TextField
            form={form}
            name="name"
            label={t('organize.name')}
            hint={t('offer.ruleNameHint')}
            defaultValue={rule?.name}
            maxLength={120}
          />
          <ChoiceField
            form={form}
            name="kind"
            legend={t('offer.ruleKind')}
            defaultValue={rule?.kind ?? 'bundle'}
            options={(['bundle', 'group'] as const).map((value) => ({
              value,
              label: t(`offer.ruleKinds.${value}`),
              detail: t(`offer.ruleKindDetails.${value}`),
            }))}
          />
        </Leaf>
        <Leaf id="parts" title={t('offer.forTickets')} isWide>
          <p className="hint">{t('offer.partsHint')}</p>
          <div className="cols">
            {Array.from({ length: partCount }, (_, at) => (
              <ChecksField
                key={at}
                form={form}
                name={`parts[${at}].ids`}
                legend={t('offer.rows.parts', { number: at + 1 })}
                options={types.map(({ id, code, name }) => ({
                  value: id,
                  label: (
                    <>
                      <bdi>{code}</bdi> <small>{name}</small>
                    </>
                  ),
                }))}
                defaultValues={(parts[at] ?? []).map(({ ticketTypeId }) => ticketTypeId)}
                isOptional={at > 0}
              />
            ))}
          </div>
        </Leaf>
        <Leaf id="group" title={t('offer.ruleKinds.group')} isWide>
          <div className="cols">
            <TextField
              form={form}
              name="minimum"
              type="number"
              label={t('offer.minimum')}
              hint={t('offer.minimumHint')}
              defaultValue={rule?.kind === 'group' ? rule.minimum : 5}
            />
            <TextField
              form={form}
              name="percentOff"
              label={t('offer.percentOff')}
              defaultValue={rule?.kind === 'group' ? plainPercent(rule.percentOff) : ''}
              dir="ltr"
              maxLength={10}
              isOptional
            />
          </div>
        </Leaf>
        <Leaf id="bundle" title={t('offer.ruleKinds.bundle')} isWide>
          <p className="hint">{t('offer.bundleHint')}</p>
          {Array.from({ length: priceCount }, (_, at) => {
            const step = rule?.steps[at]
            return (
              <fieldset key={at} className="field">
                <legend>{t('offer.rows.prices', { number: at + 1 })}</legend>
                <div className="cols">
                  <TextField
                    form={form}
                    name={`prices[${at}].amount`}
                    label={t('organize.amount')}
                    defaultValue={step && plainAmount(step)}
                    dir="ltr"
                    maxLength={20}
                    isOptional
                  />
                  <TextField
                    form={form}
                    name={`prices[${at}].currency`}
                    label={t('organize.currency')}
                    defaultValue={step?.currency ?? currency ?? 'USD'}
                    dir="ltr"
                    maxLength={3}
                  />
                  <SelectField
                    form={form}
                    name={`prices[${at}].kind`}
                    label={t('organize.priceKind')}
                    options={PRICE_KINDS.map((value) => ({ value, label: t(`organize.priceKinds.${value}`) }))}
                    defaultValue={step?.kind ?? 'only'}
                  />
                </div>
              </fieldset>
            )
          })}
        </Leaf>
        <CheckField form={form} name="isCombinable" defaultValue={rule?.isCombinable ? 'on' : null}>
          {t('offer.ruleCombinable')}
        </CheckField>
        <p className="row after">
          <button className="go">{t('organize.save')}</button>{' '}
          <a href={path(`/organize/${slug}/rules`)}>{t('organize.back')}</a>
        </p>
      </form>
    </>
  )
}
