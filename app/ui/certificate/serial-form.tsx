import { TextField } from '#app/ui/fields.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { EMPTY_FORM } from '#app/values/form-state.ts'

/** How a number looks. */
const EXAMPLE = 'C2RF-94LB'

/** Where the number of a certificate is typed. */
export function SerialForm({ typed = '' }: { typed?: string }) {
  const { t, path } = usePage()
  return (
    <form action={path('/verify')} role="search" aria-label={t('certificate.verify.title')}>
      <TextField
        form={EMPTY_FORM}
        name="serial"
        label={t('certificate.fields.serial')}
        defaultValue={typed}
        dir="ltr"
        autoComplete="off"
        maxLength={40}
        placeholder={EXAMPLE}
      />
      <p className="after">
        <button className="go">{t('certificate.verify.button')}</button>
      </p>
    </form>
  )
}
