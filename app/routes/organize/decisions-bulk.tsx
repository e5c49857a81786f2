import type { DecisionOptions } from './decision-page.server.ts'
import { DECISION_KINDS } from '#app/applications/decisions/decision.ts'
import { SelectField, TextArea } from '#app/ui/fields.tsx'
import { usePage } from '#app/ui/use-page.ts'
import type { FormState } from '#app/values/form-state.ts'

/** One decision for all that are ticked above it. */
export function DecisionBulk({ options, form }: { options: DecisionOptions; form: FormState }) {
  const { t } = usePage()
  const choices = options.choices.map(({ id, name }) => ({ value: id, label: name }))
  const packages = options.packages.map(({ id, name }) => ({ value: id, label: name }))
  return (
    <fieldset className="flow">
      <legend>{t('admission.desk.bulk')}</legend>
      <div className="cols">
        <SelectField
          form={form}
          name="kind"
          label={t('admission.desk.bulkDecision')}
          options={DECISION_KINDS.map((value) => ({ value, label: t(`admission.kind.${value}`) }))}
        />
        {choices.length > 0 && (
          <SelectField
            form={form}
            name="choice"
            label={t('admission.desk.bulkChoice')}
            blank={t('admission.desk.asWished')}
            options={choices}
          />
        )}
        {packages.length > 0 && (
          <SelectField
            form={form}
            name="package"
            label={t('admission.desk.bulkPackage')}
            blank={t('admission.desk.packageAsIs')}
            options={[{ value: 'none', label: t('admission.desk.noPackage') }, ...packages]}
          />
        )}
      </div>
      <TextArea
        form={form}
        name="reason"
        label={t('admission.desk.reason')}
        hint={t('admission.desk.reasonHint')}
        isOptional
        rows={2}
        maxLength={2000}
      />
      <p>
        <button className="go">{t('admission.desk.bulkButton')}</button>
      </p>
    </fieldset>
  )
}
