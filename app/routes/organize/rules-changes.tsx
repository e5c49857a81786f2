import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { deskMeta, useDesk } from './desk.ts'
import { invalid, refused } from './failed.server.ts'
import { MomentField } from './moment-field.tsx'
import { PageHead } from './page-head.tsx'
import { Seen } from './seen.tsx'
import { findEventForEditing } from '#app/events/editing-queries.server.ts'
import { seeOther } from '#app/http/answers.ts'
import { parseForm, readForm } from '#app/http/form.server.ts'
import { requireOrganizer } from '#app/http/guards.server.ts'
import { changeRulesSchema, SUBSTITUTIONS } from '#app/registrations/offer/change-rules-form.ts'
import { findChangeRules } from '#app/registrations/offer/rules.server.ts'
import { saveChangeRules } from '#app/registrations/offer/save-change-rules.server.ts'
import { CheckField, ChoiceField, SelectField } from '#app/ui/fields.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { EMPTY_FORM } from '#app/values/form-state.ts'
import { seenOf } from '#app/values/seen.ts'

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('offer.changes'))

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { event } = await requireOrganizer(request, context, params.event!)
  const rules = await findChangeRules(context.services.db, event.id)
  return { rules, seen: seenOf(rules) }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { event, signedIn } = await requireOrganizer(request, context, params.event!)
  const { db } = context.services
  const form = await readForm(request)
  const known = await findEventForEditing(db, event.id, context.language)
  const parsed = parseForm(form, changeRulesSchema(known!.zone))
  if (!parsed.ok) return invalid(parsed.form)
  const saved = await saveChangeRules(db, {
    eventId: event.id,
    form: parsed.value,
    now: context.now,
    actor: { kind: 'account', id: signedIn.accountId },
  })
  if (!saved.ok) return refused(form, saved.refusals)
  return seeOther(context, `/organize/${event.slug}/rules`)
}

export default function Changes() {
  const { rules, seen } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  const { slug, zone } = useDesk()
  const { t, path } = usePage()
  const until = (name: 'editUntilAt' | 'substituteUntilAt' | 'convertUntilAt' | 'changeUntilAt', label: string) => (
    <MomentField
      form={form}
      name={name}
      label={label}
      hint={t('offer.untilHint', { zone })}
      at={rules?.[name]}
      zone={zone}
      isOptional
    />
  )
  return (
    <>
      <PageHead form={form} title={t('offer.changes')} lead={t('offer.changesLead')} />
      <form method="post" action={path(`/organize/${slug}/rules/changes`)}>
        <Seen form={form} seen={seen} />
        <div className="cols">
          {until('editUntilAt', t('offer.editDetails'))}
          <SelectField
            form={form}
            name="substitution"
            label={t('offer.substitution')}
            options={SUBSTITUTIONS.map((value) => ({ value, label: t(`offer.substitutions.${value}`) }))}
            defaultValue={rules?.substitution ?? 'none'}
          />
          {until('substituteUntilAt', t('offer.substituteUntil'))}
          {until('convertUntilAt', t('offer.convert'))}
          {until('changeUntilAt', t('offer.changeTicket'))}
        </div>
        <ChoiceField
          form={form}
          name="refundAsks"
          legend={t('offer.whoReturns')}
          defaultValue={rules?.refundAsks ?? 'finance'}
          options={(['finance', 'refund'] as const).map((value) => ({ value, label: t(`offer.asks.${value}`) }))}
        />
        <CheckField form={form} name="endsRefunded" defaultValue={rules?.endsRefunded ? 'on' : null}>
          {t('offer.endsRefunded')}
        </CheckField>
        <p className="row after">
          <button className="go">{t('organize.save')}</button>{' '}
          <a href={path(`/organize/${slug}/rules`)}>{t('organize.back')}</a>
        </p>
      </form>
    </>
  )
}
