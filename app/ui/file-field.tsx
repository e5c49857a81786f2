import { describe, fieldClass, type FieldProps, HintAndError, LabelText } from './field.tsx'
import { fieldId } from './field-id.ts'
import { usePage } from './use-page.ts'
import { fileOfToken } from '#app/files/upload.ts'
import { typedValue } from '#app/values/form-state.ts'

/** A file to choose. One that was taken already is named, and rides along until another is chosen. */
export function FileField({ accept, ...field }: FieldProps & { accept: string }) {
  const { t } = usePage()
  const token = typedValue(field.form, field.name) ?? field.defaultValue
  const kept = token ? fileOfToken(String(token)) : null
  return (
    <div className={fieldClass(field)}>
      <label htmlFor={fieldId(field.name)}>
        <LabelText {...field} />
      </label>
      <HintAndError {...field} />
      {kept && (
        <p>
          <input type="hidden" name={field.name} value={String(token)} />
          <bdi>{kept.name}</bdi> <small>{t('question.keptFile', { size: kilobytes(kept.byteCount) })}</small>
        </p>
      )}
      <input {...describe(field)} type="file" accept={accept} />
    </div>
  )
}

/** Whole kilobytes, at least one. */
export function kilobytes(bytes: number): number {
  return Math.max(1, Math.round(bytes / 1024))
}
