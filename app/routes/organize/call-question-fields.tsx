import { CallQuestionLimits, CallQuestionUse } from './call-question-use.tsx'
import { CallQuestionWhom } from './call-question-whom.tsx'
import { LabelRows } from './label-rows.tsx'
import { MOST_ROWS } from '#app/applications/calls/call-question-form.ts'
import { CALL_QUESTION_KINDS } from '#app/applications/calls/call-question-kinds.ts'
import type { ListedCallQuestion } from '#app/applications/calls/list-call-questions.server.ts'
import { SelectField, TextArea, TextField } from '#app/ui/fields.tsx'
import { Leaf } from '#app/ui/leaf.tsx'
import { usePage } from '#app/ui/use-page.ts'
import type { FormState } from '#app/values/form-state.ts'

type Text = ListedCallQuestion['texts'][number]

interface Shown {
  form: FormState
  question: ListedCallQuestion | null
  text: Text | undefined
  /** The text in another language, to translate from. */
  original: Text | undefined
  language: string
  all: ListedCallQuestion[]
  sections: { id: string; title: string }[]
  /** Where a new one is added. */
  section: string | null
  choices: { id: string; name: string }[]
}

/** A question of a call's form: what is asked, how, of whom, and what for. */
export function CallQuestionFields(shown: Shown) {
  const { form, question, text, original, language, sections, section } = shown
  const { t } = usePage()
  return (
    <>
      <Leaf id="asked" title={t('organize.whatIsAsked')} isWide>
        <SelectField
          form={form}
          name="sectionId"
          label={t('call.fields.sectionId')}
          options={sections.map(({ id, title }) => ({ value: id, label: title }))}
          defaultValue={question?.sectionId ?? section}
        />
        <TextField
          form={form}
          name="label"
          label={t('call.fields.label')}
          hint={!text && original?.label}
          defaultValue={text?.label}
          lang={language}
          maxLength={500}
        />
        <TextArea
          form={form}
          name="help"
          label={t('call.fields.help')}
          hint={!text && original?.help}
          defaultValue={text?.help}
          lang={language}
          rows={2}
          maxLength={2000}
          isOptional
        />
        <SelectField
          form={form}
          name="kind"
          label={t('call.fields.questionKind')}
          hint={question?.isAnswered ? t('organize.kindFixed') : t('call.hints.questionKind')}
          options={CALL_QUESTION_KINDS.map((value) => ({ value, label: t(`call.questionKinds.${value}`) }))}
          defaultValue={question?.kind ?? 'text'}
        />
        {(['options', 'rows', 'levels'] as const).map((name) => (
          <LabelRows
            key={name}
            form={form}
            name={name}
            rows={text?.[name] ?? original?.[name] ?? []}
            legend={t(`call.lists.${name}`)}
            hint={t(`call.listHints.${name}`)}
            language={language}
            most={MOST_ROWS}
            areFixed={question?.isAnswered ?? false}
          />
        ))}
        <CallQuestionLimits form={form} question={question} />
      </Leaf>
      <CallQuestionWhom {...shown} />
      <CallQuestionUse form={form} question={question} />
    </>
  )
}
