import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { deskMeta, useDesk } from './desk.ts'
import { invalid, refused } from './failed.server.ts'
import { MomentField } from './moment-field.tsx'
import { PageHead } from './page-head.tsx'
import { sentRows } from './price-rows.tsx'
import { RefundPreview } from './refund-preview.tsx'
import { Seen } from './seen.tsx'
import { findEventForEditing } from '#app/events/editing-queries.server.ts'
import { seeOther } from '#app/http/answers.ts'
import { parseForm, readForm } from '#app/http/form.server.ts'
import { requireOrganizer } from '#app/http/guards.server.ts'
import { listTicketTypes } from '#app/registrations/offer/queries.server.ts'
import { MOST_REFUND_RULES, REFUND_REASONS, refundRulesSchema } from '#app/registrations/offer/refund-rules-form.ts'
import { listRefundRules, seenOfRefundRules } from '#app/registrations/offer/rules.server.ts'
import { saveRefundRules } from '#app/registrations/offer/save-refund-rules.server.ts'
import { SelectField, TextField } from '#app/ui/fields.tsx'
import { Leaf } from '#app/ui/leaf.tsx'
import { Note } from '#app/ui/note.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { EMPTY_FORM } from '#app/values/form-state.ts'
import { plainAmount } from '#app/values/money.ts'
import { plainPercent } from '#app/values/percent-field.ts'

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('offer.refunds'))

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { event } = await requireOrganizer(request, context, params.event!)
  const { db } = context.services
  const [rules, types] = await Promise.all([
    listRefundRules(db, event.id),
    listTicketTypes(db, event.id, context.language),
  ])
  const isSaved = new URL(request.url).searchParams.has('saved')
  return { rules, types, isSaved, seen: seenOfRefundRules(rules) }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { event, signedIn } = await requireOrganizer(request, context, params.event!)
  const { db } = context.services
  const form = await readForm(request)
  const known = await findEventForEditing(db, event.id, context.language)
  const parsed = parseForm(form, refundRulesSchema(known!.zone))
  if (!parsed.ok) return invalid(parsed.form)
  const saved = await saveRefundRules(db, {
    eventId: event.id,
    form: parsed.value,
    now: context.now,
    actor: { kind: 'account', id: signedIn.accountId },
  })
  if (!saved.ok) return refused(form, saved.refusals)
  return seeOther(context, `/organize/${event.slug}/rules/refunds?saved=1`)
}

const MORE = 2

export default function Refunds() {
  const { rules, types, isSaved, seen } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  const { slug, zone, currency } = useDesk()
  const { t, path } = usePage()
  const rows = Math.min(MOST_REFUND_RULES, Math.max(rules.length + MORE, sentRows(form, 'rules')))
  return (
    <>
      <PageHead form={form} title={t('offer.refunds')} lead={t('offer.refundsLead', { zone })} />
      {isSaved && form === EMPTY_FORM && (
        <Note is="ok">
          <p role="status">{t('organize.saved')}</p>
        </Note>
      )}
      <form method="post" action={path(`/organize/${slug}/rules/refunds`)}>
        <Seen form={form} seen={seen} />
        {Array.from({ length: rows }, (_, at) => {
          const rule = rules[at]
          const field = (name: string) => ({ form, name: `rules[${at}].${name}` })
          return (
            <fieldset key={at} className="field">
              <legend>{t('offer.rows.rules', { number: at + 1 })}</legend>
              <div className="cols">
                <SelectField
                  {...field('reason')}
                  label={t('offer.reason')}
                  options={REFUND_REASONS.map((value) => ({ value, label: t(`offer.reasons.${value}`) }))}
                  defaultValue={rule?.reason ?? 'any'}
                />
                <MomentField {...field('untilAt')} label={t('offer.until')} at={rule?.untilAt} zone={zone} isOptional />
                <TextField
                  {...field('percent')}
                  label={t('offer.percentBack')}
                  defaultValue={rule ? plainPercent(rule.percent) : ''}
                  dir="ltr"
                  maxLength={10}
                />
                <TextField
                  {...field('fee')}
                  label={t('offer.fee')}
                  defaultValue={
                    rule?.feeCurrency ? plainAmount({ amountMinor: rule.feeMinor, currency: rule.feeCurrency }) : ''
                  }
                  dir="ltr"
                  maxLength={20}
                  isOptional
                />
                <TextField
                  {...field('feeCurrency')}
                  label={t('organize.currency')}
                  defaultValue={rule?.feeCurrency ?? currency ?? 'USD'}
                  dir="ltr"
                  maxLength={3}
                />
                <TextField
                  {...field('appliedByOn')}
                  type="date"
                  label={t('offer.appliedByField')}
                  defaultValue={rule?.appliedByOn}
                  isOptional
                />
              </div>
            </fieldset>
          )
        })}
        <p className="row after">
          <button className="go">{t('offer.saveRefunds')}</button>{' '}
          <a href={path(`/organize/${slug}/rules`)}>{t('organize.back')}</a>
        </p>
      </form>
      <div className="after">
        <Leaf id="refunds" title={t('offer.preview')}>
          <RefundPreview rules={rules} types={types} />
        </Leaf>
      </div>
    </>
  )
}
