import type { ReactNode } from 'react'
import { sentenceOf } from '#app/locales/message.ts'
import type { FormState } from '#app/values/form-state.ts'
import { fieldId } from './field-id.ts'
import { usePage } from './use-page.ts'

/** What every field takes. Fields are required unless they say that they are optional. */
export interface FieldProps {
  form: FormState
  name: string
  label: ReactNode
  hint?: ReactNode
  isOptional?: boolean
  defaultValue?: string | number | null | undefined
}

/** What a control needs so that its hint and its error are read out with it. */
export interface Described {
  id: string
  name: string
  'aria-describedby': string | undefined
  'aria-invalid': true | undefined
}

export function describe({ form, name, hint }: FieldProps): Described {
  const id = fieldId(name)
  const isBad = errorsOf(form, name).length > 0
  const parts = [...(hint ? [`${id}-h`] : []), ...(isBad ? [`${id}-e`] : [])]
  return {
    id,
    name,
    'aria-describedby': parts.length > 0 ? parts.join(' ') : undefined,
    'aria-invalid': isBad ? true : undefined,
  }
}

export function fieldClass({ form, name }: FieldProps): string {
  return errorsOf(form, name).length > 0 ? 'field bad' : 'field'
}

/** Label text with the word `optional` where it applies. */
export function LabelText({ label, isOptional }: Pick<FieldProps, 'label' | 'isOptional'>) {
  const { t } = usePage()
  return (
    <>
      {label}
      {isOptional && (
        <>
          {' '}
          <i>{t('common.optional')}</i>
        </>
      )}
    </>
  )
}

/** The hint and the error of a field, under its label. */
export function HintAndError({ form, name, hint }: FieldProps) {
  const { t, language } = usePage()
  const id = fieldId(name)
  const errors = errorsOf(form, name)
  return (
    <>
      {hint && (
        <p className="hint" id={`${id}-h`}>
          {hint}
        </p>
      )}
      {errors.length > 0 && (
        <p className="err" id={`${id}-e`}>
          <span className="vh">{t('common.error')}</span>
          {errors.map((message) => sentenceOf(message, t, language)).join(' ')}
        </p>
      )}
    </>
  )
}

function errorsOf(form: FormState, name: string): string[] {
  return form.errors[name] ?? []
}
