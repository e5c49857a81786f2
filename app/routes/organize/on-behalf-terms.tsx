import { TERMS } from '#app/registrations/on-behalf/on-behalf-form.ts'
import { ChoiceField, TextField } from '#app/ui/fields.tsx'
import { usePage } from '#app/ui/use-page.ts'
import type { FormState } from '#app/values/form-state.ts'

/** What becomes of the money. At the front desk it is always asked for. */
export function OnBehalfTerms({ form, mayDecide }: { form: FormState; mayDecide: boolean }) {
  const { t } = usePage()
  return (
    <>
      {mayDecide ? (
        <ChoiceField
          form={form}
          name="terms"
          legend={t('registrant.behalf.terms')}
          defaultValue="pay"
          options={TERMS.map((value) => ({
            value,
            label: t(`registrant.behalf.term.${value}`),
            detail: t(`registrant.behalf.termHint.${value}`),
          }))}
        />
      ) : (
        <input type="hidden" name="terms" value="pay" />
      )}
      <TextField
        form={form}
        name="days"
        type="number"
        label={t('registrant.behalf.days')}
        hint={t('registrant.behalf.daysHint')}
        defaultValue={7}
      />
    </>
  )
}
