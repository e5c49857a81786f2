import { RegisterAddons } from './register-addons.tsx'
import { RegisterProof } from './register-proof.tsx'
import { isNamedLater } from '#app/registrations/order-form.ts'
import { addonsFor, fullAddonsFor, type FormTicket, type OrderOffer } from '#app/registrations/order-offer.ts'
import { sentenceOf } from '#app/locales/message.ts'
import { CheckField, CountryField, fieldId, TextField } from '#app/ui/fields.tsx'
import { foreign } from '#app/ui/foreign.ts'
import { usePage } from '#app/ui/use-page.ts'
import type { FormState } from '#app/values/form-state.ts'

/** Who sits on one seat, and what they take with it. The first person is the one who orders, unless another is named. */
export function RegisterPerson({
  at,
  ticket,
  offer,
  form,
  count,
}: {
  at: number
  ticket: FormTicket
  offer: OrderOffer
  form: FormState
  /** How many people there are in all. */
  count: number
}) {
  const { t, language } = usePage()
  const field = (name: string) => `people[${at}].${name}`
  const errors = form.errors[field('ticket')] ?? []
  const isAlone = count === 1
  const isLater = isNamedLater(form, at)
  return (
    <>
      {at > 0 && <hr />}
      <fieldset id={fieldId(field('ticket'))}>
        <legend className={isAlone ? 'vh' : 'big'}>{t('register.person', { number: at + 1 })}</legend>
        <p className="hint">
          <bdi {...foreign(ticket.language, language)}>{ticket.name}</bdi>
        </p>
        {errors.length > 0 && <p className="err">{errors.map((message) => sentenceOf(message, t)).join(' ')}</p>}
        <input type="hidden" name={field('ticket')} value={ticket.id} />
        {!isAlone && (
          <CheckField form={form} name={field('later')}>
            {t('register.later')}
          </CheckField>
        )}
        {!isLater && <Details form={form} field={field} isFirst={at === 0} />}
        <RegisterProof ticket={ticket} form={form} field={field} isLater={isLater} />
        <RegisterAddons
          addons={addonsFor(offer, ticket)}
          full={fullAddonsFor(offer, ticket)}
          form={form}
          field={field}
        />
      </fieldset>
    </>
  )
}

function Details({ form, field, isFirst }: { form: FormState; field: (name: string) => string; isFirst: boolean }) {
  const { t } = usePage()
  return (
    <>
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
      <CountryField form={form} name={field('country')} label={t('register.country')} blank={t('register.chooseOne')} />
    </>
  )
}
