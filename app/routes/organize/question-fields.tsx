import type { OfferedQuestion } from '#app/registrations/questions/list-questions.server.ts'
import { AskedChecks, AskedFields, type AskedText } from './asked-fields.tsx'
import type { AskedNames } from './questions-table.tsx'
import { conditionsFor, whoIsAsked } from './who-is-asked.ts'
import {
  AUDIENCES,
  conditionField,
  decidingValues,
  type Meaning,
  MEANINGS,
  QUESTION_KINDS,
} from '#app/registrations/questions/question-form.ts'
import { STAGES } from '#app/registrations/questions/question.ts'
import { ChecksField, ChoiceField, SelectField, TextField } from '#app/ui/fields.tsx'
import { Leaf } from '#app/ui/leaf.tsx'
import { usePage } from '#app/ui/use-page.ts'
import type { FormState } from '#app/values/form-state.ts'

interface Shown {
  form: FormState
  question: OfferedQuestion | null
  text: AskedText | undefined
  /** The text in another language, to translate from. */
  original: AskedText | undefined
  language: string
  all: OfferedQuestion[]
  names: AskedNames
}

export function QuestionFields({ form, question, text, original, language, all, names }: Shown) {
  const { t } = usePage()
  return (
    <>
      <Leaf id="asked" title={t('organize.whatIsAsked')} isWide>
        <AskedFields
          form={form}
          question={question && { ...question, isAnswered: question.answers > 0 }}
          kinds={QUESTION_KINDS}
          usual="text"
          text={text}
          original={original}
          language={language}
        />
        <AskedChecks form={form} question={question} />
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
        <SelectField
          form={form}
          name="meaning"
          label={t('figures.meaning')}
          hint={t('figures.meaningHint')}
          blank={t('figures.noMeaning')}
          options={(Object.keys(MEANINGS) as Meaning[]).map((value) => ({
            value,
            label: t(`figures.meanings.${value}`),
          }))}
          defaultValue={question?.meaning}
          isOptional
        />
      </Leaf>
      <Whom form={form} question={question} all={all} names={names} />
    </>
  )
}

/** When it is asked, and of whom; what was saved is said in words. */
function Whom({ form, question, all, names }: Pick<Shown, 'form' | 'question' | 'all' | 'names'>) {
  const { t } = usePage()
  const valuesOf = ({ kind, texts }: OfferedQuestion) => decidingValues(kind, texts[0]?.options ?? [])
  const conditions = conditionsFor(question, all, valuesOf, t)
  const condition =
    question?.shownWhenQuestionId &&
    conditionField({ questionId: question.shownWhenQuestionId, value: question.shownWhenValue ?? '' })
  return (
    <Leaf id="whom" title={t('organize.whomAsked')} isWide>
      {question && <p>{t('question.whoIsAsked', { who: whoIsAsked(question, all, names, t) })}</p>}
      <SelectField
        form={form}
        name="stage"
        label={t('question.stage')}
        options={STAGES.map((value) => ({ value, label: t(`question.stages.${value}`) }))}
        defaultValue={question?.stage ?? 'registering'}
      />
      {conditions.length > 0 && (
        <SelectField
          form={form}
          name="shownWhen"
          label={t('question.shownWhen')}
          hint={t('question.shownWhenHint')}
          blank={t('question.always')}
          options={conditions}
          defaultValue={condition}
        />
      )}
      {names.ticketTypes.length > 1 && (
        <ChecksField
          form={form}
          name="ticketTypeIds"
          legend={t('organize.onlyWith')}
          hint={t('organize.onlyWithHint')}
          options={names.ticketTypes.map(({ id, name }) => ({ value: id, label: <bdi>{name}</bdi> }))}
          defaultValues={question?.ticketTypeIds ?? []}
        />
      )}
      {names.tracks.length > 0 && (
        <ChecksField
          form={form}
          name="trackIds"
          legend={t('question.onlyInTracks')}
          hint={t('question.onlyInTracksHint')}
          options={names.tracks.map(({ id, title }) => ({ value: id, label: <bdi>{title}</bdi> }))}
          defaultValues={question?.trackIds ?? []}
        />
      )}
    </Leaf>
  )
}
