import type { FormQuestion } from '#app/registrations/order-offer.ts'
import { ChecksField, CountryField, SelectField, TextArea, TextField } from '#app/ui/fields.tsx'
import { usePage } from '#app/ui/use-page.ts'
import type { FormState } from '#app/values/form-state.ts'

/** One of the event's questions, as its kind is answered best. */
export function RegisterQuestion({ question, name, form }: { question: FormQuestion; name: string; form: FormState }) {
  const { t, language } = usePage()
  const lang = question.language === language ? undefined : question.language
  const label = <span lang={lang}>{question.label}</span>
  const hint = question.help ? <span lang={lang}>{question.help}</span> : undefined
  const field = { form, name, label, hint, isOptional: !question.isRequired }
  switch (question.kind) {
    case 'text':
      return <TextField {...field} maxLength={500} />
    case 'longtext':
      return <TextArea {...field} rows={3} maxLength={2000} />
    case 'number':
      return <TextField {...field} type="number" />
    case 'date':
      return <TextField {...field} type="date" />
    case 'phone':
      return <TextField {...field} type="tel" hint={hint ?? t('register.phoneHint')} autoComplete="tel" />
    case 'country':
      return <CountryField {...field} blank={t('register.chooseOne')} />
    case 'choice':
      return <SelectField {...field} blank={t('register.chooseOne')} options={question.options} />
    case 'choices':
      return <ChecksField {...field} legend={label} options={question.options} />
    case 'yesno':
      return (
        <SelectField
          {...field}
          blank={t('register.chooseOne')}
          options={[
            { value: 'yes', label: t('register.yes') },
            { value: 'no', label: t('register.no') },
          ]}
        />
      )
  }
}
