import { CheckField, SelectField, TextArea, TextField } from '#app/ui/fields.tsx'
import { isolateIn } from '#app/ui/isolate.ts'
import { usePage } from '#app/ui/use-page.ts'
import { languageName } from '#app/values/dates.ts'
import type { FormState } from '#app/values/form-state.ts'

interface Props {
  form: FormState
  /** Left out where it was chosen already. */
  tracks?: { id: string; code: string; title: string }[]
  languages: string[]
  stored?: { language: string; subject: string; body: string; repliesToAuthor: boolean }
  /** Where answers go unless the writer wants them. */
  contactEmail: string | null
}

/** What an instructor writes: to whom, in which language, the words, and where answers go. */
export function MessageFields({ form, tracks = [], languages, stored, contactEmail }: Props) {
  const { t, language } = usePage()
  return (
    <>
      {tracks.length > 1 && (
        <SelectField
          form={form}
          name="track"
          label={t('workshop.mail.to')}
          defaultValue=""
          options={[
            { value: '', label: t('workshop.mail.toAll') },
            ...tracks.map(({ id, code, title }) => ({
              value: id,
              label: t('workshop.mail.toTrack', { track: `${code}: ${title}` }),
            })),
          ]}
        />
      )}
      {languages.length > 1 ? (
        <SelectField
          form={form}
          name="language"
          label={t('workshop.mail.language')}
          defaultValue={stored?.language ?? languages[0]!}
          options={languages.map((value) => ({ value, label: languageName(value, language) }))}
        />
      ) : (
        <input type="hidden" name="language" value={stored?.language ?? languages[0]!} />
      )}
      <TextField
        form={form}
        name="subject"
        label={t('workshop.mail.subject')}
        defaultValue={stored?.subject}
        maxLength={200}
      />
      <TextArea
        form={form}
        name="body"
        label={t('workshop.mail.body')}
        hint={t('workshop.mail.bodyHint')}
        defaultValue={stored?.body}
        rows={14}
      />
      <CheckField
        form={form}
        name="reply"
        label={t('workshop.mail.reply')}
        hint={
          contactEmail
            ? t('workshop.mail.replyHint', { email: isolateIn(language, contactEmail) })
            : t('workshop.mail.replyNone')
        }
        defaultValue={stored?.repliesToAuthor ? 'on' : undefined}
      />
    </>
  )
}
