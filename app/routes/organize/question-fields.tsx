import type { OfferedQuestion } from '#app/registrations/offer/queries.server.ts'
import { AUDIENCES, MOST_OPTIONS, QUESTION_KINDS, type QuestionOption } from '#app/registrations/offer/question-form.ts'
import { CheckField, ChecksField, ChoiceField, SelectField, TextArea, TextField } from '#app/ui/fields.tsx'
import { Leaf } from '#app/ui/leaf.tsx'
import { usePage } from '#app/ui/use-page.ts'
import type { FormState } from '#app/values/form-state.ts'

interface Text {
  language: string
  label: string
  help: string
  options: QuestionOption[]
}

interface Shown {
  form: FormState
  question: OfferedQuestion | null
  text: Text | undefined
  /** The text in another language, to translate from. */
  original: Text | undefined
  language: string
  types: { id: string; name: string }[]
}

export function QuestionFields({ form, question, text, original, language, types }: Shown) {
  const { t } = usePage()
  return (
    <>
      <Leaf id="asked" title={t('organize.whatIsAsked')} isWide>
        <TextField
          form={form}
          name="label"
          label={t('organize.question')}
          hint={!text && original?.label}
          defaultValue={text?.label}
          lang={language}
          maxLength={300}
        />
        <TextArea
          form={form}
          name="help"
          label={t('organize.help')}
          hint={!text && original?.help}
          defaultValue={text?.help}
          lang={language}
          rows={2}
          maxLength={500}
          isOptional
        />
        <SelectField
          form={form}
          name="kind"
          label={t('organize.kind')}
          hint={question && question.answers > 0 ? t('organize.kindFixed') : undefined}
          options={QUESTION_KINDS.map((value) => ({ value, label: t(`organize.kinds.${value}`) }))}
          defaultValue={question?.kind ?? 'text'}
        />
        <Options form={form} options={text?.options ?? original?.options ?? []} language={language} />
        <CheckField form={form} name="isRequired" defaultValue={question?.isRequired ? 'on' : null}>
          {t('organize.isRequired')}
        </CheckField>
        <CheckField form={form} name="isAsked" defaultValue={question?.isRetired === 1 ? null : 'on'}>
          {t('organize.isAsked')}
        </CheckField>
      </Leaf>
      <Leaf id="use" title={t('organize.whatFor')} isWide>
        <TextField
          form={form}
          name="purpose"
          label={t('organize.purpose')}
          hint={t('organize.purposeHint')}
          defaultValue={question?.purpose}
          maxLength={300}
        />
        <ChoiceField
          form={form}
          name="audience"
          legend={t('organize.audience')}
          defaultValue={question?.audience ?? 'organizers'}
          options={AUDIENCES.map((value) => ({ value, label: t(`organize.audiences.${value}`) }))}
        />
        <TextField
          form={form}
          name="eraseOn"
          type="date"
          label={t('organize.eraseOn')}
          hint={t('organize.eraseOnHint')}
          defaultValue={question?.eraseOn}
          isOptional
        />
        {types.length > 1 && (
          <ChecksField
            form={form}
            name="ticketTypeIds"
            legend={t('organize.onlyWith')}
            hint={t('organize.onlyWithHint')}
            options={types.map(({ id, name }) => ({ value: id, label: <bdi>{name}</bdi> }))}
            defaultValues={question?.ticketTypeIds ?? []}
          />
        )}
      </Leaf>
    </>
  )
}

const MORE = 3

/** The options, a row each, with a few empty ones. Each carries the value that answers keep. */
function Options({ form, options, language }: { form: FormState; options: QuestionOption[]; language: string }) {
  const { t } = usePage()
  const typed = Object.keys(form.values).flatMap((name) => /^options\[(\d+)\]/.exec(name)?.[1] ?? [])
  const rows = Math.min(MOST_OPTIONS, Math.max(options.length + MORE, ...typed.map((number) => Number(number) + 1)))
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
