import type { OfferedQuestion } from '#app/registrations/questions/list-questions.server.ts'
import type { AskedNames } from './questions-table.tsx'
import { conditionsFor, whoIsAsked } from './who-is-asked.ts'
import {
  AUDIENCES,
  conditionField,
  decidingValues,
  type Meaning,
  MEANINGS,
  MOST_OPTIONS,
  QUESTION_KINDS,
} from '#app/registrations/questions/question-form.ts'
import { type QuestionOption, STAGES } from '#app/registrations/questions/question.ts'
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
  all: OfferedQuestion[]
  names: AskedNames
}

export function QuestionFields({ form, question, text, original, language, all, names }: Shown) {
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
        <TextField
          form={form}
          name="maximum"
          type="number"
          label={t('question.maximum')}
          hint={t('question.maximumHint')}
          defaultValue={question?.maximum}
          isOptional
        />
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

const MORE = 3
/** As many as most questions have, so that a new one is entered at once. */
const FEWEST = 6

/** The options, a row each, with a few empty ones. Each carries the value that answers keep. */
function Options({ form, options, language }: { form: FormState; options: QuestionOption[]; language: string }) {
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
