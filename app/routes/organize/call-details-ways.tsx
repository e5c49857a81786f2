import type { CallRow } from '#app/applications/calls/change-call.server.ts'
import { CALL_KINDS, HIDDEN_FIELDS, PROMOTIONS } from '#app/applications/calls/call-details-form.ts'
import { CheckField, ChecksField, ChoiceField, TextField } from '#app/ui/fields.tsx'
import { Leaf } from '#app/ui/leaf.tsx'
import { usePage } from '#app/ui/use-page.ts'
import type { FormState } from '#app/values/form-state.ts'

/** How one applies, who reads it, and how offers go out. */
export function CallWays({ form, call }: { form: FormState; call: CallRow }) {
  const { t } = usePage()
  const number = (
    name: 'refereesWanted' | 'choicesMaximum' | 'reviewersEach' | 'thirdGap' | 'offerHours' | 'visaDays',
  ) => (
    <TextField
      form={form}
      name={name}
      type="number"
      label={t(`call.fields.${name}`)}
      hint={t(`call.hints.${name}`)}
      defaultValue={call[name]}
      isOptional={name === 'thirdGap'}
    />
  )
  const check = (name: 'isEmployerWanted' | 'takesTeams' | 'isBlind', is: number) => (
    <CheckField form={form} name={name} defaultValue={is === 1 ? 'on' : null} hint={t(`call.hints.${name}`)}>
      {t(`call.fields.${name}`)}
    </CheckField>
  )
  return (
    <>
      <Leaf id="applying" title={t('call.details.applying')} isWide>
        <ChoiceField
          form={form}
          name="kind"
          legend={t('call.fields.kind')}
          defaultValue={call.kind}
          options={CALL_KINDS.map((value) => ({ value, label: t(`call.kinds.${value}`) }))}
        />
        <TextField
          form={form}
          name="slug"
          label={t('call.fields.slug')}
          hint={t('call.hints.slug')}
          defaultValue={call.slug}
          dir="ltr"
          maxLength={60}
        />
        <div className="cols">
          {number('choicesMaximum')}
          {number('refereesWanted')}
        </div>
        {check('isEmployerWanted', call.employerWanted)}
        {check('takesTeams', call.takesTeams)}
      </Leaf>
      <Leaf id="reviewing" title={t('call.details.reviewing')} isWide>
        {check('isBlind', call.isBlind)}
        <ChecksField
          form={form}
          name="hidden"
          legend={t('call.fields.hidden')}
          hint={t('call.hints.hidden')}
          options={HIDDEN_FIELDS.map((value) => ({ value, label: t(`call.hiddenFields.${value}`) }))}
          defaultValues={call.hidden.split(',')}
        />
        <div className="cols">
          {number('reviewersEach')}
          {number('thirdGap')}
          <TextField
            form={form}
            name="numberPrefix"
            label={t('call.fields.numberPrefix')}
            hint={t('call.hints.numberPrefix')}
            defaultValue={call.numberPrefix}
            dir="ltr"
            maxLength={4}
            isOptional
          />
        </div>
      </Leaf>
      <Leaf id="offering" title={t('call.details.offering')} isWide>
        <ChoiceField
          form={form}
          name="promotion"
          legend={t('call.fields.promotion')}
          defaultValue={call.promotion}
          options={PROMOTIONS.map((value) => ({
            value,
            label: t(`call.promotions.${value}`),
            detail: t(`call.promotionHints.${value}`),
          }))}
        />
        <div className="cols">
          {number('offerHours')}
          {number('visaDays')}
        </div>
      </Leaf>
    </>
  )
}
