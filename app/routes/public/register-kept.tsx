import { usePage } from '#app/ui/use-page.ts'
import type { FormState } from '#app/values/form-state.ts'

/** What was typed rides along, unseen, until it can be sent again. */
export function RegisterKept({ form, address }: { form: FormState; address: string }) {
  const { t } = usePage()
  return (
    <form method="post" action={address}>
      {Object.entries(form.values).flatMap(([name, values]) =>
        values.map((value, at) => <input key={`${name} ${at}`} type="hidden" name={name} value={value} />),
      )}
      <p>
        <button className="go">{t('register.sendAgain')}</button>
      </p>
    </form>
  )
}
