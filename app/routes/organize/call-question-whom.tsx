import { answersToWaitFor } from '#app/applications/calls/check-call-condition.ts'
import type { ListedCallQuestion } from '#app/applications/calls/list-call-questions.server.ts'
import { conditionField } from '#app/registrations/questions/question-form.ts'
import type { Question } from '#app/registrations/questions/question.ts'
import { CheckField, ChecksField, SelectField } from '#app/ui/fields.tsx'
import { Leaf } from '#app/ui/leaf.tsx'
import { valueLabel } from '#app/ui/question-field.tsx'
import { usePage } from '#app/ui/use-page.ts'
import type { FormState } from '#app/values/form-state.ts'

interface Shown {
  form: FormState
  question: ListedCallQuestion | null
  all: ListedCallQuestion[]
  choices: { id: string; name: string }[]
}

/** Of whom a question is asked, and whether reviewers see its answers. */
export function CallQuestionWhom({ form, question, all, choices }: Shown) {
  const { t } = usePage()
  const conditions = all
    .filter(({ id, isRetired }) => id !== question?.id && isRetired === 0)
    .flatMap(({ id, kind, label, texts }) => {
      const options = texts[0]?.options ?? []
      return answersToWaitFor(kind, { options }).map((value) => ({
        value: conditionField({ questionId: id, value }),
        label: `${label}: ${valueLabel({ kind: kind as Question['kind'], options }, value, t)}`,
      }))
    })
  const condition =
    question?.shownWhenQuestionId &&
    conditionField({ questionId: question.shownWhenQuestionId, value: question.shownWhenValue ?? '' })
  return (
    <Leaf id="whom" title={t('organize.whomAsked')} isWide>
      {choices.length > 1 && (
        <ChecksField
          form={form}
          name="choiceIds"
          legend={t('call.fields.choiceIds')}
          hint={t('call.hints.choiceIds')}
          options={choices.map(({ id, name }) => ({ value: id, label: <bdi>{name}</bdi> }))}
          defaultValues={question?.choiceIds ?? []}
        />
      )}
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
      <CheckField
        form={form}
        name="isHidden"
        defaultValue={question?.isHidden === 1 ? 'on' : null}
        hint={t('call.hints.isHidden')}
      >
        {t('call.fields.isHidden')}
      </CheckField>
    </Leaf>
  )
}
