import { OptionFields } from './option-fields.tsx'
import type { OfferedQuestion } from '#app/registrations/questions/list-questions.server.ts'
import type { QuestionOption } from '#app/registrations/questions/question.ts'
import { CheckField, SelectField, TextArea, TextField } from '#app/ui/fields.tsx'
import { usePage } from '#app/ui/use-page.ts'
import type { FormState } from '#app/values/form-state.ts'

export interface AskedText {
  language: string
  label: string
  help: string
  options: QuestionOption[]
}

type QuestionKind = OfferedQuestion['kind']

interface Props {
  form: FormState
  question: { kind: QuestionKind; maximum: number | null; isAnswered: boolean } | null
  kinds: readonly QuestionKind[]
  /** Of a new question. */
  usual: QuestionKind
  text: AskedText | undefined
  /** The text in another language, to translate from. */
  original: AskedText | undefined
  language: string
}

/** What a question says and how it is answered, of a registration or of a survey. */
export function AskedFields({ form, question, kinds, usual, text, original, language }: Props) {
  const { t } = usePage()
  return (
    <>
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
        hint={question?.isAnswered ? t('organize.kindFixed') : undefined}
        options={kinds.map((value) => ({ value, label: t(`organize.kinds.${value}`) }))}
        defaultValue={question?.kind ?? usual}
      />
      <OptionFields form={form} options={text?.options ?? original?.options ?? []} language={language} />
      <TextField
        form={form}
        name="maximum"
        type="number"
        label={t('question.maximum')}
        hint={t('question.maximumHint')}
        defaultValue={question?.maximum}
        isOptional
      />
    </>
  )
}

/** Whether a question must be answered, and whether it is asked at all. */
export function AskedChecks({
  form,
  question,
}: {
  form: FormState
  question: { isRequired: number; isRetired: number } | null
}) {
  const { t } = usePage()
  return (
    <>
      <CheckField form={form} name="isRequired" defaultValue={question?.isRequired ? 'on' : null}>
        {t('organize.isRequired')}
      </CheckField>
      <CheckField form={form} name="isAsked" defaultValue={question?.isRetired === 1 ? null : 'on'}>
        {t('organize.isAsked')}
      </CheckField>
    </>
  )
}
