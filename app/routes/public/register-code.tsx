import { TextField } from '#app/ui/fields.tsx'
import { usePage } from '#app/ui/use-page.ts'
import type { FormState } from '#app/values/form-state.ts'

/** What a code does is shown by its button, on the same page. */
export function RegisterCode({ form, update }: { form: FormState; update: string }) {
  const { t } = usePage()
  return (
    <>
      <TextField
        form={form}
        name="voucherCodes"
        label={t('register.code')}
        hint={t('register.codeHint')}
        isOptional
        autoComplete="off"
        dir="ltr"
        maxLength={200}
      />
      <p>
        <button formAction={`${update}#voucherCodes`} formNoValidate>
          {t('register.applyCode')}
        </button>
      </p>
    </>
  )
}
