import { ACCEPT, LARGEST, megabytes } from '#app/files/file-rules.ts'
import type { FormTicket } from '#app/registrations/order-offer.ts'
import { HintAndError } from '#app/ui/field.tsx'
import { FileField } from '#app/ui/file-field.tsx'
import { CheckField, fieldId, TextField } from '#app/ui/fields.tsx'
import { usePage } from '#app/ui/use-page.ts'
import type { FormState } from '#app/values/form-state.ts'

/** That the person may have this ticket: said, shown, or to be shown at the desk. */
export function RegisterProof({
  ticket: { eligibility, proof },
  form,
  field,
  isLater,
}: {
  ticket: FormTicket
  form: FormState
  field: (name: string) => string
  isLater: boolean
}) {
  const { t } = usePage()
  if (eligibility === 'none' || proof === 'none') return null
  const name = field('proof')
  switch (proof) {
    case 'declaration':
      return (
        <>
          <HintAndError form={form} name={name} label="" />
          <CheckField form={form} name={field('declared')}>
            {t(`register.declaration.${eligibility}`)}
          </CheckField>
        </>
      )
    case 'list':
      if (isLater) return null
      return (
        <TextField
          form={{ ...form, errors: { ...form.errors, [field('memberNumber')]: errorsOf(form, field) } }}
          name={field('memberNumber')}
          label={t('register.memberNumber')}
          hint={t('register.memberNumberHint')}
          isOptional
          autoComplete="off"
          dir="ltr"
          maxLength={100}
        />
      )
    case 'upload':
      return (
        <FileField
          form={form}
          name={name}
          label={t(`register.upload.${eligibility}`)}
          hint={t('register.uploadHint', { megabytes: megabytes(LARGEST.proof) })}
          accept={ACCEPT.proof}
        />
      )
    case 'code':
    case 'desk':
      return (
        <div className="field" id={fieldId(name)}>
          <HintAndError
            form={form}
            name={name}
            label=""
            hint={t(proof === 'desk' ? 'register.atDesk' : 'register.byCode')}
          />
        </div>
      )
  }
}

/** A list is looked at for the number and the address alike. */
function errorsOf(form: FormState, field: (name: string) => string): string[] {
  return [...(form.errors[field('memberNumber')] ?? []), ...(form.errors[field('proof')] ?? [])]
}
