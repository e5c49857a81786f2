import { MOST_OPTIONS } from '#app/registrations/questions/question-form.ts'
import type { QuestionOption } from '#app/registrations/questions/question.ts'
import { TextField } from '#app/ui/fields.tsx'
import { usePage } from '#app/ui/use-page.ts'
import type { FormState } from '#app/values/form-state.ts'

const MORE = 3
/** As many as most questions have, so that a new one is entered at once. */
const FEWEST = 6

/** The options of a question, a row each, with a few empty ones. Each carries the value that answers keep. */
export function OptionFields({
  form,
  options,
  language,
}: {
  form: FormState
  options: QuestionOption[]
  language: string
}) {
  const { t } = usePage()
  const typed = Object.keys(form.values).flatMap((name) => /^options\[(\d+)\]/.exec(name)?.[1] ?? [])
  const rows = Math.min(
    MOST_OPTIONS,
    Math.max(FEWEST, options.length + MORE, ...typed.map((number) => Number(number) + 1)),
  )
  return (
    <fieldset className="field">
      <legend>{t('organize.options')}</legend>
      <p className="hint">{t('organize.optionsHint')}</p>
      <div className="cols">
        {Array.from({ length: rows }, (_, at) => (
          <div key={at}>
            <input
              type="hidden"
              name={`options[${at}].value`}
              value={form.values[`options[${at}].value`]?.[0] ?? options[at]?.value ?? ''}
            />
            <TextField
              form={form}
              name={`options[${at}].label`}
              label={t('organize.optionNumber', { number: at + 1 })}
              defaultValue={options[at]?.label}
              lang={language}
              maxLength={120}
              isOptional={at > 1}
            />
          </div>
        ))}
      </div>
    </fieldset>
  )
}
