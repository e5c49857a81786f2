import { CheckField } from '#app/ui/fields.tsx'
import { usePage } from '#app/ui/use-page.ts'
import type { FormState } from '#app/values/form-state.ts'

/** The field of a form that asks whether those who have a seat are told; nothing when there is nobody to tell. */
export function Telling({
  form,
  count,
  told,
}: {
  form: FormState
  count: number
  /** Of a change of the details, at once, or those who lost their seat with a cancelling. */
  told: 'moved' | 'now' | 'again'
}) {
  const { t } = usePage()
  if (count === 0) return null
  return (
    <CheckField
      form={form}
      name="tell"
      label={t(`mail.tell.${told}`, { count })}
      hint={t(told === 'moved' ? 'mail.tell.hint' : 'mail.tell.hintNow')}
      defaultValue="on"
    />
  )
}
