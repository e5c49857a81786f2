import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { deskMeta, useDesk } from './desk.ts'
import { invalid, refused } from './failed.server.ts'
import { MomentField } from './moment-field.tsx'
import { PageHead } from './page-head.tsx'
import { Seen } from './seen.tsx'
import { findEventForEditing } from '#app/events/editing-queries.server.ts'
import { notFound, seeOther } from '#app/http/answers.ts'
import { parseForm, readForm } from '#app/http/form.server.ts'
import { requireOrganizer } from '#app/http/guards.server.ts'
import { paymentTermsSchema } from '#app/registrations/offer/payment-terms-form.ts'
import { findPaymentTerms } from '#app/registrations/offer/rules.server.ts'
import { savePaymentTerms, seenOfTerms } from '#app/registrations/offer/save-payment-terms.server.ts'
import { isPaymentMethod, termsOf } from '#app/registrations/payment-terms.ts'
import { CheckField, ChoiceField, TextArea, TextField } from '#app/ui/fields.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { EMPTY_FORM } from '#app/values/form-state.ts'

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('offer.payment'))

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { event } = await requireOrganizer(request, context, params.event!)
  if (!isPaymentMethod(params.method!)) throw notFound()
  const stored = await findPaymentTerms(context.services.db, event.id)
  return {
    terms: termsOf(stored, stored.rows, params.method),
    isOffered: stored.methods.includes(params.method),
    seen: seenOfTerms(stored, params.method),
  }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { event, signedIn } = await requireOrganizer(request, context, params.event!)
  if (!isPaymentMethod(params.method!)) throw notFound()
  const { db } = context.services
  const form = await readForm(request)
  const known = await findEventForEditing(db, event.id, context.language)
  const parsed = parseForm(form, paymentTermsSchema(known!.zone))
  if (!parsed.ok) return invalid(parsed.form)
  const saved = await savePaymentTerms(db, {
    eventId: event.id,
    method: params.method,
    form: parsed.value,
    now: context.now,
    actor: { kind: 'account', id: signedIn.accountId },
  })
  if (!saved.ok) return refused(form, saved.refusals)
  return seeOther(context, `/organize/${event.slug}/rules`)
}

export default function Terms() {
  const { terms, isOffered, seen } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  const { slug, zone, language } = useDesk()
  const { t, path } = usePage()
  return (
    <>
      <PageHead form={form} title={t(`offer.methods.${terms.method}`)} lead={t('offer.termsLead')} />
      <form method="post" action={path(`/organize/${slug}/rules/payment/${terms.method}`)}>
        <Seen form={form} seen={seen} />
        <CheckField form={form} name="isOffered" defaultValue={isOffered ? 'on' : null}>
          {t('offer.isOffered')}
        </CheckField>
        <ChoiceField
          form={form}
          name="confirmsOn"
          legend={t('offer.confirmsOn')}
          defaultValue={terms.confirmsOn}
          options={(['payment', 'placing'] as const).map((value) => ({
            value,
            label: t(`offer.confirms.${value}`),
          }))}
        />
        <div className="cols">
          <TextField
            form={form}
            name="dueDays"
            type="number"
            label={t('offer.dueDays')}
            hint={t('offer.dueDaysHint')}
            defaultValue={terms.dueDays}
          />
          <MomentField
            form={form}
            name="fromAt"
            label={t('offer.offeredFrom')}
            hint={t('organize.inZone', { zone })}
            at={terms.fromAt}
            zone={zone}
            isOptional
          />
          <MomentField
            form={form}
            name="untilAt"
            label={t('offer.offeredUntil')}
            hint={t('organize.inZone', { zone })}
            at={terms.untilAt}
            zone={zone}
            isOptional
          />
        </div>
        <CheckField form={form} name="needsApproval" defaultValue={terms.needsApproval ? 'on' : null}>
          {t('offer.needsApproval')}
        </CheckField>
        <TextArea
          form={form}
          name="instructions"
          label={t('offer.instructions')}
          hint={t('offer.instructionsHint')}
          defaultValue={terms.instructions}
          lang={language}
          maxLength={2000}
          isOptional
        />
        <p className="row after">
          <button className="go">{t('organize.save')}</button>{' '}
          <a href={path(`/organize/${slug}/rules`)}>{t('organize.back')}</a>
        </p>
      </form>
    </>
  )
}
