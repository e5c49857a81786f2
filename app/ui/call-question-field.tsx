import { ChoiceField, TextArea, TextField } from './fields.tsx'
import { CostsField } from './costs-field.tsx'
import { FileField } from './file-field.tsx'
import { foreign } from './foreign.ts'
import { GridField } from './grid-field.tsx'
import { conditionOf, QuestionField } from './question-field.tsx'
import { usePage } from './use-page.ts'
import type { CallQuestion } from '#app/applications/calls/call.ts'
import { countWords } from '#app/applications/form/count-words.ts'
import { ACCEPT, LARGEST, megabytes } from '#app/files/file-rules.ts'
import type { Question } from '#app/registrations/questions/question.ts'
import { type FormState, typedValue } from '#app/values/form-state.ts'

/** So few options stand under one another, each a line of its own. */
const FEW = 7

/** One question of a call, as its kind is answered best without a script. `among`: the questions beside it. */
export function CallQuestionField({
  question,
  name,
  form,
  among,
  currency,
}: {
  question: CallQuestion
  name: string
  form: FormState
  among: CallQuestion[]
  /** In which costs are asked. */
  currency: string
}) {
  const { t, language } = usePage()
  const its = foreign(question.language, language)
  const label = <bdi {...its}>{question.label}</bdi>
  const isPlain = (one: CallQuestion) => one.kind !== 'grid' && one.kind !== 'costs' && one.kind !== 'email'
  const condition = conditionOf(question, among.filter(isPlain) as unknown as Question[], t)
  const words =
    question.isInWords && question.kind === 'longtext' && question.maximum !== null
      ? wordsOf(typedValue(form, name), question.maximum, t)
      : null
  const hint =
    condition || words || question.help ? (
      <>
        {condition} {words} {question.help && <bdi {...its}>{question.help}</bdi>}
      </>
    ) : undefined
  const field = { form, name, label, hint, isOptional: !question.isRequired }
  switch (question.kind) {
    case 'grid':
      return <GridField {...field} rows={question.rows} levels={question.levels} />
    case 'costs':
      return <CostsField {...field} rows={question.rows} currency={currency} />
    case 'email':
      return <TextField {...field} type="email" maxLength={191} />
    case 'file':
      return (
        <FileField
          {...field}
          hint={
            <>
              {hint} {t('application.form.fileHint', { megabytes: megabytes(LARGEST.application) })}
            </>
          }
          accept={ACCEPT.application}
        />
      )
    case 'longtext':
      return <TextArea {...field} rows={6} />
    case 'yesno':
      return (
        <ChoiceField
          {...field}
          legend={label}
          options={[
            { value: 'yes', label: t('register.yes') },
            { value: 'no', label: t('register.no') },
          ]}
        />
      )
    case 'choice':
      if (question.options.length < FEW) return <ChoiceField {...field} legend={label} options={question.options} />
      return (
        <QuestionField
          question={asQuestion(question)}
          name={name}
          form={form}
          among={among.filter(isPlain).map(asQuestion)}
        />
      )
    default:
      return (
        <QuestionField
          question={asQuestion(question)}
          name={name}
          form={form}
          among={among.filter(isPlain).map(asQuestion)}
        />
      )
  }
}

function wordsOf(typed: string | undefined, count: number, t: ReturnType<typeof usePage>['t']): string {
  if (!typed) return t('application.form.words', { count })
  return t('application.form.wordsUsed', { count, used: countWords(typed) })
}

/** As an event asks: what a call's questions have besides does not matter to their fields. */
function asQuestion(question: CallQuestion): Question {
  return { ...question, kind: question.kind as Question['kind'], ticketTypeIds: [], trackIds: [], stage: 'registering' }
}
