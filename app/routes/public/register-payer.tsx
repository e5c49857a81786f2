import { hasPayer } from '#app/registrations/payer-form.ts'
import { CountryField, TextArea, TextField } from '#app/ui/fields.tsx'
import { usePage } from '#app/ui/use-page.ts'
import type { FormState } from '#app/values/form-state.ts'

/** Who pays, when it is somebody else or an invoice is wanted; folded up until something of it is typed. */
export function RegisterPayer({ form }: { form: FormState }) {
  const { t } = usePage()
  const isOpen = hasPayer(form) || Object.keys(form.errors).some((name) => name.startsWith('payer.'))
  const field = { form, autoComplete: 'off', maxLength: 200 }
  return (
    <details open={isOpen} className="after">
      <summary>{t('register.payer.summary')}</summary>
      <p className="hint">{t('register.payer.hint')}</p>
      <TextField {...field} name="payer.name" label={t('register.payer.name')} />
      <TextField {...field} name="payer.organization" label={t('register.affiliation')} isOptional />
      <TextField {...field} name="payer.email" type="email" label={t('register.email')} isOptional />
      <TextArea {...field} name="payer.address" label={t('register.payer.address')} rows={3} maxLength={500} />
      <CountryField form={form} name="payer.country" label={t('register.country')} blank={t('register.chooseOne')} />
      <TextField {...field} name="payer.taxNumber" label={t('register.payer.taxNumber')} isOptional dir="ltr" />
      <TextField {...field} name="payer.purchaseOrder" label={t('register.payer.purchaseOrder')} isOptional />
    </details>
  )
}
