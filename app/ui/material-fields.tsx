import { ACCEPT } from '#app/files/file-rules.ts'
import { AUDIENCES } from '#app/programme/sessions/materials-for.ts'
import { FileField } from './file-field.tsx'
import { ChoiceField, TextField } from './fields.tsx'
import { usePage } from './use-page.ts'
import type { FormState } from '#app/values/form-state.ts'

/** A file or a link, and who may have it. */
export function MaterialFields({ form }: { form: FormState }) {
  const { t } = usePage()
  return (
    <>
      <FileField
        form={form}
        name="file"
        label={t('session.materials.file')}
        hint={t('session.materials.fileHint')}
        accept={ACCEPT.material}
        isOptional
      />
      <TextField form={form} name="url" type="url" label={t('session.materials.link')} maxLength={500} isOptional />
      <TextField
        form={form}
        name="title"
        label={t('session.materials.name')}
        hint={t('session.materials.nameHint')}
        maxLength={200}
        isOptional
      />
      <ChoiceField
        form={form}
        name="audience"
        legend={t('session.materials.audience')}
        defaultValue="public"
        options={AUDIENCES.map((value) => ({ value, label: t(`session.materials.audiences.${value}`) }))}
      />
    </>
  )
}
