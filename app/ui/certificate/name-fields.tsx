import { TextField } from '#app/ui/fields.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { type FormState, typedValue } from '#app/values/form-state.ts'

interface Props {
  form: FormState
  name: string
  latinName: string | null
  /** What the form is filled in over. */
  seen: string
}

/** A name in its own script and in Latin letters, as it is to stand on a certificate. */
export function NameFields({ form, name, latinName, seen }: Props) {
  const { t } = usePage()
  const isStale = form.errors['']?.some((message) => message.startsWith('refusal.stale'))
  return (
    <>
      <input type="hidden" name="seen" value={isStale ? seen : (typedValue(form, 'seen') ?? seen)} />
      <TextField form={form} name="name" label={t('certificate.fields.name')} defaultValue={name} maxLength={200} />
      <TextField
        form={form}
        name="latinName"
        label={t('certificate.fields.latinName')}
        hint={t('certificate.own.latinHint')}
        defaultValue={latinName}
        dir="ltr"
        maxLength={200}
        isOptional
      />
    </>
  )
}
