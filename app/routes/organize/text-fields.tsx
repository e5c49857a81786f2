import { SelectField, TextArea, TextField } from '#app/ui/fields.tsx'
import { languageOptions } from './choices.ts'
import { usePage } from '#app/ui/use-page.ts'
import type { FormState } from '#app/values/form-state.ts'

/** Subject and body of a message in one language; the language is asked for where it is not given. */
export function TextFields({
  form,
  language: chosen,
  languages = null,
  stored = { subject: '', body: '' },
  hasSubject = true,
}: {
  form: FormState
  language: string
  languages?: string[] | null
  stored?: { subject: string; body: string }
  hasSubject?: boolean
}) {
  const { t, language } = usePage()
  return (
    <>
      {languages ? (
        <SelectField
          form={form}
          name="language"
          label={t('broadcast.text.language')}
          hint={t('broadcast.new.languageHint')}
          options={languageOptions(language, languages).filter(({ value }) => languages.includes(value))}
          defaultValue={chosen}
        />
      ) : (
        <input type="hidden" name="language" value={chosen} />
      )}
      {hasSubject ? (
        <TextField
          form={form}
          name="subject"
          label={t('organize.fields.subject')}
          defaultValue={stored.subject}
          maxLength={200}
        />
      ) : (
        <input type="hidden" name="subject" value={stored.subject} />
      )}
      <TextArea
        form={form}
        name="body"
        label={t('organize.fields.body')}
        hint={t('broadcast.new.bodyHint')}
        defaultValue={stored.body}
        rows={14}
      />
    </>
  )
}
