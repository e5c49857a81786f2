import type { StoredText } from '#app/applications/calls/editable-call.server.ts'
import { TextArea, TextField } from '#app/ui/fields.tsx'
import { Leaf } from '#app/ui/leaf.tsx'
import { usePage } from '#app/ui/use-page.ts'
import type { FormState } from '#app/values/form-state.ts'

/** What applicants read of a call, in one language. */
export function CallTexts({
  form,
  text,
  original,
  language,
}: {
  form: FormState
  text: StoredText | undefined
  original: StoredText | undefined
  language: string
}) {
  const { t } = usePage()
  const hint = (name: 'title' | 'summary' | 'description' | 'deciding') =>
    (!text && original?.[name]) || t(`call.hints.${name}`)
  return (
    <Leaf id="texts" title={t('call.details.texts')} isWide>
      {(['title', 'summary'] as const).map((name) => (
        <TextField
          key={name}
          form={form}
          name={name}
          label={t(`call.fields.${name}`)}
          hint={hint(name)}
          defaultValue={text?.[name]}
          lang={language}
          maxLength={name === 'title' ? 200 : 500}
          isOptional={name === 'summary'}
        />
      ))}
      {(['description', 'deciding'] as const).map((name) => (
        <TextArea
          key={name}
          form={form}
          name={name}
          label={t(`call.fields.${name}`)}
          hint={hint(name)}
          defaultValue={text?.[name]}
          lang={language}
          rows={name === 'description' ? 8 : 5}
          isOptional
        />
      ))}
    </Leaf>
  )
}
