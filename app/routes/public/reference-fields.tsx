import type { ReferenceView } from '#app/applications/referees/keyed-referee.server.ts'
import { LONGEST_LETTER, LONGEST_PAYS } from '#app/applications/referees/reference-form.ts'
import { ACCEPT, LARGEST, megabytes } from '#app/files/file-rules.ts'
import { ChoiceField, TextArea } from '#app/ui/fields.tsx'
import { FileField, kilobytes } from '#app/ui/file-field.tsx'
import { isolate } from '#app/ui/isolate.ts'
import { usePage } from '#app/ui/use-page.ts'
import type { FormState } from '#app/values/form-state.ts'

/** A letter to write or to choose as a file; of an employer, whether and on what terms they let the applicant go. */
export function ReferenceFields({ reference, form }: { reference: ReferenceView; form: FormState }) {
  const { t } = usePage()
  const { kind, letter, facts, file } = reference
  const applicant = isolate(reference.applicant)
  return (
    <>
      {kind === 'employer' && (
        <>
          <ChoiceField
            form={form}
            name="releases"
            legend={t('reference.fields.releases', { applicant })}
            defaultValue={facts.releases}
            options={[
              { value: 'yes', label: t('reference.releases.yes') },
              { value: 'no', label: t('reference.releases.no') },
            ]}
          />
          <TextArea
            form={form}
            name="pays"
            label={t('reference.fields.pays')}
            hint={t('reference.paysHint')}
            defaultValue={facts.pays}
            maxLength={LONGEST_PAYS}
            rows={3}
            isOptional
          />
        </>
      )}
      <TextArea
        form={form}
        name="letter"
        label={t(kind === 'employer' ? 'reference.fields.note' : 'reference.fields.letter')}
        hint={kind === 'employer' ? undefined : t('reference.letterHint', { applicant })}
        defaultValue={letter}
        maxLength={LONGEST_LETTER}
        rows={kind === 'employer' ? 4 : 12}
        isOptional={kind === 'employer'}
      />
      {file && (
        <p>
          {t('reference.fileHere')} <bdi>{file.name}</bdi>{' '}
          <small>{t('reference.fileSize', { size: kilobytes(file.byteCount) })}</small>
        </p>
      )}
      <FileField
        form={form}
        name="file"
        label={t(file ? 'reference.fields.otherFile' : 'reference.fields.file')}
        hint={t('reference.fileHint', { megabytes: megabytes(LARGEST.letter) })}
        accept={ACCEPT.letter}
        isOptional
      />
    </>
  )
}
