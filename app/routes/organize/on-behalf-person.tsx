import type { OnBehalfData } from './on-behalf.tsx'
import { CountryField, SelectField, TextField } from '#app/ui/fields.tsx'
import { usePage } from '#app/ui/use-page.ts'
import type { FormState } from '#app/values/form-state.ts'
import { formatMoney } from '#app/values/money.ts'

/** One of those who are registered. */
export function OnBehalfPerson({
  form,
  at,
  count,
  tickets,
}: {
  form: FormState
  at: number
  count: number
  tickets: OnBehalfData['tickets']
}) {
  const { t, language } = usePage()
  const name = (field: string) => `people[${at}].${field}`
  const labelOf = ({ name: ticket, price, hasPrice, isApart }: (typeof tickets)[number]) => {
    const cost = price ? formatMoney(price, language) : t(hasPrice ? 'organize.free' : 'registrant.behalf.noPrice')
    return `${ticket} · ${cost}${isApart ? ` · ${t('registrant.behalf.apart')}` : ''}`
  }
  return (
    <fieldset className="after">
      <legend className="big">
        {count === 1 ? t('registrant.person') : t('registrant.behalf.person', { number: at + 1 })}
      </legend>
      <SelectField
        form={form}
        name={name('ticket')}
        label={t('organize.ticket')}
        blank={t('register.chooseOne')}
        options={tickets.map((ticket) => ({ value: ticket.id, label: labelOf(ticket) }))}
        defaultValue={tickets.length === 1 ? tickets[0]!.id : undefined}
      />
      <TextField form={form} name={name('fullName')} label={t('seat.fullName')} maxLength={200} />
      <TextField form={form} name={name('latinName')} label={t('register.latinName')} isOptional maxLength={200} />
      <TextField form={form} name={name('email')} type="email" label={t('registrant.columns.email')} maxLength={254} />
      <TextField form={form} name={name('affiliation')} label={t('register.affiliation')} isOptional maxLength={200} />
      <CountryField form={form} name={name('country')} label={t('register.country')} blank={t('register.chooseOne')} />
    </fieldset>
  )
}
