import { RegisterPayer } from './register-payer.tsx'
import type { OfferedWay } from './register-view.ts'
import type { Translate } from '#app/locales/translate.ts'
import type { FormEvent } from '#app/registrations/order-offer.ts'
import { ChoiceField } from '#app/ui/fields.tsx'
import { Note } from '#app/ui/note.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { formatMoment } from '#app/values/dates.ts'
import type { FormState } from '#app/values/form-state.ts'

/** The ways to pay with what each means; the only one is chosen already. Then who pays, if it is somebody else. */
export function RegisterPayment({ form, ways, event }: { form: FormState; ways: OfferedWay[]; event: FormEvent }) {
  const { t, language } = usePage()
  const open = ways.filter(({ closed }) => closed === null)
  const later = ways.filter(({ closed, fromAt }) => closed === 'not-yet' && fromAt !== null)
  if (open.length === 0)
    return (
      <Note is="warn">
        <p>{t('register.noMethod')}</p>
        {event.contactEmail && (
          <p>
            <a href={`mailto:${event.contactEmail}`}>{t('register.askOrganizers')}</a>
          </p>
        )}
      </Note>
    )
  const method = form.values['method'] ?? (open.length === 1 ? [open[0]!.method] : [])
  return (
    <>
      <ChoiceField
        form={{ ...form, values: { ...form.values, method } }}
        name="method"
        legend={t('register.howToPay')}
        options={open.map((way) => ({
          value: way.method,
          label: t(`register.method.${way.method}`),
          detail: detailOf(way, event.zone, t, language),
        }))}
      />
      {later.map(({ method, fromAt }) => (
        <p key={method} className="hint">
          {t('register.methodFrom', {
            method: t(`register.method.${method}`),
            when: formatMoment(fromAt!, event.zone, language),
          })}
        </p>
      ))}
      <RegisterPayer form={form} />
    </>
  )
}

/** How it is paid, when the seats are sure, and by when the money is due. */
function detailOf(way: OfferedWay, zone: string, t: Translate, language: string): string {
  const { method, needsApproval, confirmsOn, dueAt } = way
  const seats = needsApproval
    ? t('register.seats.approval')
    : t(confirmsOn === 'placing' ? 'register.seats.atOnce' : 'register.seats.whenPaid')
  const due = dueAt && method !== 'waiver' ? t('register.dueBy', { when: formatMoment(dueAt, zone, language) }) : null
  return [t(`register.detail.${method}`), seats, due].filter(Boolean).join(' ')
}
