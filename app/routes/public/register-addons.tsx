import type { FormTicket } from '#app/registrations/order-offer.ts'
import { ChecksField, TextField } from '#app/ui/fields.tsx'
import { foreign } from '#app/ui/foreign.ts'
import { isolate } from '#app/ui/isolate.ts'
import { Price } from '#app/ui/money.tsx'
import { usePage } from '#app/ui/use-page.ts'
import type { FormState } from '#app/values/form-state.ts'

/** What a person may take with their ticket: boxes to tick, and a name for whoever comes along. */
export function RegisterAddons({
  addons,
  full,
  form,
  field,
}: {
  addons: FormTicket[]
  /** Those without a seat left. */
  full: FormTicket[]
  form: FormState
  field: (name: string) => string
}) {
  const { t } = usePage()
  const own = addons.filter(({ isGuest }) => !isGuest)
  const guests = addons.filter(({ isGuest }) => isGuest)
  return (
    <>
      {own.length > 0 && (
        <ChecksField
          form={form}
          name={field('addons')}
          legend={t('register.addons')}
          options={own.map((addon) => ({ value: addon.code, label: <Label addon={addon} /> }))}
        />
      )}
      {full.map((addon) => (
        <p key={addon.id} className="hint">
          {t('common.labelled', { label: isolate(addon.name), text: t('register.soldOut') })}
        </p>
      ))}
      {guests.map((addon) => (
        <TextField
          key={addon.id}
          form={form}
          name={field(`guests.${addon.code}`)}
          label={<Label addon={addon} />}
          hint={t('register.guestHint')}
          isOptional
          autoComplete="off"
          maxLength={200}
        />
      ))}
    </>
  )
}

function Label({ addon }: { addon: FormTicket }) {
  const { t, language } = usePage()
  return (
    <>
      <bdi {...foreign(addon.language, language)}>{addon.name}</bdi>
      {t('common.listSeparator')}
      {addon.price ? <Price money={addon.price} /> : t('register.freeAddon')}
    </>
  )
}
