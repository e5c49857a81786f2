import { TextField } from '#app/ui/fields.tsx'
import { usePage } from '#app/ui/use-page.ts'
import type { FormState } from '#app/values/form-state.ts'

/** Asks for an address and mails a link to it; `to` is where the link will lead. */
export function LinkForm({ form, to, button }: { form: FormState; to: string; button: string }) {
  const { t, path } = usePage()
  return (
    <form method="post" action={path('/signin')} className="narrow" noValidate>
      <input type="hidden" name="to" value={to} />
      <TextField
        form={form}
        name="email"
        label={t('account.signIn.email')}
        hint={t('account.signIn.emailHint')}
        type="email"
        autoComplete="email"
        maxLength={191}
      />
      <p className="row after">
        <button className="go">{button}</button>
      </p>
    </form>
  )
}
