import type { ReactNode } from 'react'
import { sentRows } from './price-rows.tsx'
import type { QuestionOption } from '#app/registrations/questions/question.ts'
import { TextField } from '#app/ui/fields.tsx'
import { usePage } from '#app/ui/use-page.ts'
import type { FormState } from '#app/values/form-state.ts'

const MORE = 3
const FEWEST = 4

/** A list of labels, a row each, with a few empty ones; each has the value that answers keep, in every language. Closed until it has any. */
export function LabelRows({
  form,
  name,
  rows,
  legend,
  hint,
  language,
  most,
  areFixed,
}: {
  form: FormState
  name: 'options' | 'rows' | 'levels'
  rows: QuestionOption[]
  legend: ReactNode
  hint: ReactNode
  language: string
  most: number
  /** Whether their values stay, since somebody has answered. */
  areFixed: boolean
}) {
  const { t } = usePage()
  const shown = Math.min(most, Math.max(FEWEST, rows.length + MORE, sentRows(form, name)))
  const isTyped = Array.from({ length: shown }, (_, at) => form.values[`${name}[${at}].label`]?.[0]).some(Boolean)
  const isWrong = Object.keys(form.errors).some((field) => field.startsWith(`${name}[`))
  return (
    <details className="field" open={rows.length > 0 || isTyped || isWrong}>
      <summary>{legend}</summary>
      <p className="hint">{hint}</p>
      <div className="cols">
        {Array.from({ length: shown }, (_, at) => (
          <div key={at}>
            <TextField
              form={form}
              name={`${name}[${at}].label`}
              label={t(`call.rows.${name}`, { number: at + 1 })}
              defaultValue={rows[at]?.label}
              lang={language}
              maxLength={300}
              isOptional
            />
            {areFixed ? (
              <input
                type="hidden"
                name={`${name}[${at}].value`}
                value={form.values[`${name}[${at}].value`]?.[0] ?? rows[at]?.value ?? ''}
              />
            ) : (
              <TextField
                form={form}
                name={`${name}[${at}].value`}
                label={t('call.fields.value')}
                defaultValue={rows[at]?.value}
                dir="ltr"
                maxLength={40}
                isOptional
              />
            )}
          </div>
        ))}
      </div>
    </details>
  )
}
