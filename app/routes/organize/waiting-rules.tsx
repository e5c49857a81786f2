import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { deskMeta, useDesk } from './desk.ts'
import { invalid, refused } from './failed.server.ts'
import { MomentField } from './moment-field.tsx'
import { PageHead } from './page-head.tsx'
import { findEventForEditing } from '#app/events/editing-queries.server.ts'
import { seeOther } from '#app/http/answers.ts'
import { parseForm, readForm, refusedForm } from '#app/http/form.server.ts'
import { requireOrganizer } from '#app/http/guards.server.ts'
import { parseLocalMoment } from '#app/events/local-moment.ts'
import { CheckField, ChoiceField, TextField } from '#app/ui/fields.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { EMPTY_FORM } from '#app/values/form-state.ts'
import { rulesOf } from '#app/waiting-list/desk-queries.server.ts'
import { NO_RULES } from '#app/waiting-list/queue.ts'
import { rulesSchema } from '#app/waiting-list/rules-form.ts'
import { saveWaitingListRules } from '#app/waiting-list/save-rules.server.ts'

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('waiting.desk.rulesTitle'))

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { event } = await requireOrganizer(request, context, params['event']!)
  return { rules: (await rulesOf(context.services.db, event.id)) ?? NO_RULES }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { event, signedIn } = await requireOrganizer(request, context, params['event']!)
  const form = await readForm(request)
  const parsed = parseForm(form, rulesSchema)
  if (!parsed.ok) return invalid(parsed.form)
  const { isOpen, passesOver, closesAt, ...rules } = parsed.value
  const { zone } = (await findEventForEditing(context.services.db, event.id, context.language))!
  const moment = closesAt === '' ? null : parseLocalMoment(closesAt, zone)
  if (moment && 'message' in moment)
    return invalid({ ...refusedForm(form, []), errors: { closesAt: [moment.message] } })
  const saved = await saveWaitingListRules(context.services.db, {
    eventId: event.id,
    rules: { ...rules, isOpen: isOpen ? 1 : 0, passesOver: passesOver ? 1 : 0, closesAt: moment?.at ?? null },
    actor: { kind: 'account', id: signedIn.accountId },
    now: context.now,
  })
  if (!saved.ok) return refused(form, saved.refusals)
  return seeOther(context, `/organize/${event.slug}/waiting`)
}

export default function Rules() {
  const { rules } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  const { slug, zone } = useDesk()
  const { t, path } = usePage()
  return (
    <>
      <PageHead form={form} title={t('waiting.desk.rulesTitle')} />
      <form method="post" action={path(`/organize/${slug}/waiting/rules`)} noValidate>
        <CheckField
          form={form}
          name="isOpen"
          label={t('waiting.desk.isOpen')}
          defaultValue={rules.isOpen ? 'on' : undefined}
        />
        <TextField
          form={form}
          name="offerHours"
          type="number"
          label={t('waiting.desk.offerHours')}
          hint={t('waiting.desk.offerHoursHint')}
          defaultValue={rules.offerHours}
        />
        <ChoiceField
          form={form}
          name="price"
          legend={t('waiting.desk.price')}
          options={(['today', 'joining'] as const).map((value) => ({
            value,
            label: t(`waiting.desk.prices.${value}`),
            detail: t(`waiting.desk.priceDetails.${value}`),
          }))}
          defaultValue={rules.price}
        />
        <CheckField
          form={form}
          name="passesOver"
          label={t('waiting.desk.passesOver')}
          hint={t('waiting.desk.passesOverHint')}
          defaultValue={rules.passesOver ? 'on' : undefined}
        />
        <MomentField
          form={form}
          name="closesAt"
          label={t('waiting.desk.closesAt')}
          hint={t('waiting.desk.closesAtHint', { zone })}
          at={rules.closesAt}
          zone={zone}
          isOptional
        />
        <p className="row after">
          <button className="go">{t('waiting.desk.save')}</button>{' '}
          <a href={path(`/organize/${slug}/waiting`)}>{t('waiting.desk.back')}</a>
        </p>
      </form>
    </>
  )
}
