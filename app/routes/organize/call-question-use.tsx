import { CALL_MEANINGS, type CallMeaning, typedLimit } from '#app/applications/calls/call-question-kinds.ts'
import type { ListedCallQuestion } from '#app/applications/calls/list-call-questions.server.ts'
import { CheckField, SelectField, TextField } from '#app/ui/fields.tsx'
import { Leaf } from '#app/ui/leaf.tsx'
import { usePage } from '#app/ui/use-page.ts'
import type { FormState } from '#app/values/form-state.ts'

interface Shown {
  form: FormState
  question: ListedCallQuestion | null
}

/** How long an answer may be, and whether there must be one. */
export function CallQuestionLimits({ form, question }: Shown) {
  const { t } = usePage()
  return (
    <>
      <TextField
        form={form}
        name="maximum"
        type="number"
        label={t('call.fields.maximum')}
        hint={t('call.hints.maximum')}
        defaultValue={question && typedLimit(question.kind, question.maximum)}
        isOptional
      />
      <CheckField form={form} name="isInWords" defaultValue={question?.isInWords === 1 ? 'on' : null}>
        {t('call.fields.isInWords')}
      </CheckField>
      <CheckField form={form} name="isRequired" defaultValue={question?.isRequired === 1 ? 'on' : null}>
        {t('organize.isRequired')}
      </CheckField>
      <CheckField form={form} name="isAsked" defaultValue={question?.isRetired === 1 ? null : 'on'}>
        {t('organize.isAsked')}
      </CheckField>
    </>
  )
}

/** What an answer is needed for, what it means, and when it is erased. */
export function CallQuestionUse({ form, question }: Shown) {
  const { t } = usePage()
  return (
    <Leaf id="use" title={t('organize.whatFor')} isWide>
      <TextField
        form={form}
        name="purpose"
        label={t('call.fields.purpose')}
        hint={t('organize.purposeHint')}
        defaultValue={question?.purpose}
        maxLength={300}
      />
      <SelectField
        form={form}
        name="meaning"
        label={t('call.fields.meaning')}
        hint={t('call.hints.meaning')}
        blank={t('call.noMeaning')}
        options={(Object.keys(CALL_MEANINGS) as CallMeaning[]).map((value) => ({
          value,
          label: t(`call.meanings.${value}`),
        }))}
        defaultValue={question?.meaning}
        isOptional
      />
      <div className="cols">
        <TextField
          form={form}
          name="eraseOn"
          type="date"
          label={t('call.fields.eraseOn')}
          hint={t('organize.eraseOnHint')}
          defaultValue={question?.eraseOn}
          isOptional
        />
        <TextField
          form={form}
          name="code"
          label={t('call.fields.questionCode')}
          hint={t('call.hints.questionCode')}
          defaultValue={question?.code}
          dir="auto"
          maxLength={40}
          isOptional
        />
      </div>
    </Leaf>
  )
}
