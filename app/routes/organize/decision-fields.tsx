import type { DecisionOptions } from './decision-page.server.ts'
import { DECISION_KINDS } from '#app/applications/decisions/decision.ts'
import type { findDecision } from '#app/applications/decisions/find-decision.server.ts'
import { SelectField, TextArea, TextField } from '#app/ui/fields.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { type FormState, typedValue } from '#app/values/form-state.ts'

type Decision = NonNullable<Awaited<ReturnType<typeof findDecision>>>

/** The fields of one decision; its version says over which one it was filled in. */
export function DecisionFields({
  decision,
  options,
  form,
}: {
  decision: Decision
  options: DecisionOptions
  form: FormState
}) {
  const { t } = usePage()
  return (
    <>
      <input type="hidden" name="version" value={typedValue(form, 'version') ?? decision.version ?? 0} />
      <SelectField
        form={form}
        name="kind"
        label={t('admission.desk.decision')}
        blank=""
        defaultValue={decision.kind ?? ''}
        options={DECISION_KINDS.map((value) => ({ value, label: t(`admission.kind.${value}`) }))}
      />
      {options.choices.length > 0 && (
        <SelectField
          form={form}
          name="choice"
          label={t('admission.desk.choice')}
          defaultValue={decision.choiceId ?? decision.wishId ?? ''}
          options={options.choices.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      {options.packages.length > 0 && (
        <SelectField
          form={form}
          name="package"
          label={t('admission.desk.package')}
          blank={t('admission.desk.noPackage')}
          defaultValue={decision.packageId ?? ''}
          options={options.packages.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      <TextField
        form={form}
        name="place"
        type="number"
        label={t('admission.desk.place')}
        hint={t('admission.desk.placeHint')}
        defaultValue={decision.place === null ? '' : String(decision.place)}
        isOptional
      />
      <TextArea
        form={form}
        name="reason"
        label={t('admission.desk.reason')}
        hint={t('admission.desk.reasonHint')}
        defaultValue={decision.reason ?? ''}
        maxLength={2000}
        isOptional
      />
      <TextArea
        form={form}
        name="note"
        label={t('admission.desk.note')}
        defaultValue={decision.note ?? ''}
        maxLength={2000}
        isOptional
      />
    </>
  )
}
