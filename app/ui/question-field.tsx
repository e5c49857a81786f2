import { ChecksField, CheckField, CountryField, SelectField, TextArea, TextField } from './fields.tsx'
import { FileField } from './file-field.tsx'
import { foreign } from './foreign.ts'
import { isolate } from './isolate.ts'
import { LanguagesField } from './languages-field.tsx'
import { usePage } from './use-page.ts'
import { ACCEPT, LARGEST, megabytes } from '#app/files/file-rules.ts'
import type { Translate } from '#app/locales/translate.ts'
import { LONGEST_LINE, LONGEST_TEXT } from '#app/registrations/questions/answer-schema.ts'
import type { Question } from '#app/registrations/questions/question.ts'
import type { FormState } from '#app/values/form-state.ts'

/**
 * One of an event's questions, as its kind is answered best. `among` are the questions beside it: one that hangs on
 * another says when to answer it, since pages work without script.
 */
export function QuestionField({
  question,
  name,
  form,
  among = [],
}: {
  question: Question
  name: string
  form: FormState
  among?: Question[]
}) {
  const { t, language } = usePage()
  const itsLanguage = foreign(question.language, language)
  const label = <bdi {...itsLanguage}>{question.label}</bdi>
  const condition = conditionOf(question, among, t)
  const help = question.help ? <bdi {...itsLanguage}>{question.help}</bdi> : undefined
  const hint =
    condition && help ? (
      <>
        {condition} {help}
      </>
    ) : (
      (condition ?? help)
    )
  const field = { form, name, label, hint, isOptional: !question.isRequired }
  switch (question.kind) {
    case 'text':
      return <TextField {...field} maxLength={question.maximum ?? LONGEST_LINE} />
    case 'longtext':
      return <TextArea {...field} rows={3} maxLength={question.maximum ?? LONGEST_TEXT} />
    case 'number':
      return <TextField {...field} type="number" />
    case 'date':
      return <TextField {...field} type="date" />
    case 'phone':
      return <TextField {...field} type="tel" hint={hint ?? t('register.phoneHint')} autoComplete="tel" />
    case 'country':
      return <CountryField {...field} blank={t('register.chooseOne')} />
    case 'choice':
      return <SelectField {...field} blank={t('register.chooseOne')} options={question.options} />
    case 'choices':
      return <ChecksField {...field} legend={label} options={question.options} />
    case 'languages':
      return <LanguagesField {...field} legend={label} languages={question.options} />
    case 'file':
      return (
        <FileField
          {...field}
          hint={
            <>
              {hint} {t('question.fileHint', { megabytes: megabytes(LARGEST.answer) })}
            </>
          }
          accept={ACCEPT.answer}
        />
      )
    case 'consent':
      return (
        <CheckField {...field} value="yes">
          {label}
        </CheckField>
      )
    case 'yesno':
      return (
        <SelectField
          {...field}
          blank={t('register.chooseOne')}
          options={[
            { value: 'yes', label: t('register.yes') },
            { value: 'no', label: t('register.no') },
          ]}
        />
      )
  }
}

/** `Only if “Do you need a visa?” is “Yes”.` */
export function conditionOf(
  { shownWhen }: Pick<Question, 'shownWhen'>,
  among: Pick<Question, 'id' | 'kind' | 'label' | 'options'>[],
  t: Translate,
): string | undefined {
  const parent = shownWhen && among.find(({ id }) => id === shownWhen.questionId)
  if (!shownWhen || !parent) return undefined
  if (parent.kind === 'consent') return t('question.onlyWithConsent', { question: isolate(parent.label) })
  const answer = valueLabel(parent, shownWhen.value, t)
  return t('question.onlyIf', { question: isolate(parent.label), answer: isolate(answer) })
}

export function valueLabel(
  { kind, options }: { kind: Question['kind']; options: Question['options'] },
  value: string,
  t: Translate,
): string {
  if (kind === 'yesno') return t(value === 'yes' ? 'register.yes' : 'register.no')
  return options.find((option) => option.value === value)?.label ?? value
}
