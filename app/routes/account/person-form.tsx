import { LANGUAGES } from '#app/locales/languages.ts'
import { CountryField, SelectField, TextField } from '#app/ui/fields.tsx'
import { usePage } from '#app/ui/use-page.ts'
import type { FormState } from '#app/values/form-state.ts'

interface Person {
  fullName: string
  country: string | null
  language: string | null
}

export function PersonForm({ form, person }: { form: FormState; person: Person }) {
  const { t, language, path } = usePage()
  return (
    <form method="post" action={path('/me')} className="narrow" noValidate>
      <TextField
        form={form}
        name="fullName"
        label={t('account.about.fullName')}
        hint={t('account.about.fullNameHint')}
        autoComplete="name"
        maxLength={200}
        defaultValue={person.fullName}
      />
      <CountryField
        form={form}
        name="country"
        label={t('account.about.country')}
        isOptional
        defaultValue={person.country}
      />
      <SelectField
        form={form}
        name="language"
        label={t('account.about.language')}
        hint={t('account.about.languageHint')}
        options={LANGUAGES.map(({ code, name }) => ({ value: code, label: name }))}
        defaultValue={person.language ?? language}
      />
      <p className="row after">
        <button className="go">{t('account.about.button')}</button>
      </p>
    </form>
  )
}
