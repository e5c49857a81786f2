import { lastMinuteOf } from '#app/events/price-table.ts'
import { ACCEPT, LARGEST, megabytes } from '#app/files/file-rules.ts'
import type { RefundRule } from '#app/registrations/changes/refund-rules.ts'
import { TextField } from '#app/ui/fields.tsx'
import { FileField } from '#app/ui/file-field.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { formatDay, formatMoment } from '#app/values/dates.ts'
import type { FormState } from '#app/values/form-state.ts'

/** Proof of a refused visa: when it was applied for, and the paper. */
export function CancelVisa({ form, rule, zone }: { form: FormState; rule: RefundRule; zone: string }) {
  const { t, language } = usePage()
  const day = rule.appliedByOn && formatDay(rule.appliedByOn, language)
  const until = rule.untilAt && formatMoment(lastMinuteOf(rule.untilAt, zone), zone, language)
  return (
    <>
      <p>{t('change.cancel.visaLead')}</p>
      {day && until && <p>{t('change.cancel.visaRule', { day, until })}</p>}
      {day && !until && <p>{t('change.cancel.visaRuleDay', { day })}</p>}
      {!day && until && <p>{t('change.cancel.visaRuleUntil', { until })}</p>}
      <TextField form={form} name="appliedOn" type="date" label={t('change.cancel.appliedOn')} />
      <FileField
        form={form}
        name="proof"
        label={t('change.cancel.proof')}
        hint={t('change.cancel.proofHint', { megabytes: megabytes(LARGEST.proof) })}
        accept={ACCEPT.proof}
      />
    </>
  )
}
