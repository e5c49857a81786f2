import type { FormTicket } from '#app/registrations/order-offer.ts'
import { sentenceOf } from '#app/locales/message.ts'
import { CountryField, fieldId, TextField } from '#app/ui/fields.tsx'
import { foreign } from '#app/ui/foreign.ts'
import { usePage } from '#app/ui/use-page.ts'
import type { FormState } from '#app/values/form-state.ts'

/** Who sits on one seat. The first person is the one who orders. */
export function RegisterPerson({
  at,
  ticket,
  form,
  isAlone,
}: {
  at: number
  ticket: FormTicket
  form: FormState
  isAlone: boolean
}) {
  const { t, language } = usePage()
  const field = (name: string) => `people[${at}].${name}`
  const errors = form.errors[field('ticket')] ?? []
  const isFirst = at === 0
  return (
    <>
      {!isFirst && <hr />}
      <fieldset id={fieldId(field('ticket'))}>
        <legend className={isAlone ? 'vh' : 'big'}>{t('register.person', { number: at + 1 })}</legend>
        <p className="hint">
          <bdi {...foreign(ticket.language, language)}>{ticket.name}</bdi>
        </p>
        {errors.length > 0 && <p className="err">{errors.map((message) => sentenceOf(message, t)).join(' ')}</p>}
        <input type="hidden" name={field('ticket')} value={ticket.id} />
        <input type="hidden" name={field('shown')} value={ticket.price?.amountMinor ?? 0} />
        <TextField
          form={form}
          name={field('fullName')}
          label={t('register.fullName')}
          hint={isFirst ? t('register.fullNameHint') : undefined}
          autoComplete={isFirst ? 'name' : 'off'}
          maxLength={200}
        />
        <TextField
          form={form}
          name={field('latinName')}
          label={t('register.latinName')}
          hint={isFirst ? t('register.latinNameHint') : undefined}
          isOptional
          autoComplete="off"
          maxLength={200}
        />
        <TextField
          form={form}
          name={field('email')}
          type="email"
          label={t('register.email')}
          hint={isFirst ? t('register.emailHint') : t('register.emailHintOther')}
          autoComplete={isFirst ? 'email' : 'off'}
          maxLength={191}
        />
        <TextField
          form={form}
          name={field('affiliation')}
          label={t('register.affiliation')}
          isOptional
          autoComplete={isFirst ? 'organization' : 'off'}
          maxLength={200}
        />
        <CountryField
          form={form}
          name={field('country')}
          label={t('register.country')}
          blank={t('register.chooseOne')}
        />
      </fieldset>
    </>
  )
}
