import { CheckField, SelectField, TextField } from '#app/ui/fields.tsx'
import { usePage } from '#app/ui/use-page.ts'
import type { FormState } from '#app/values/form-state.ts'
import { PARTY_MAXIMUM, PREFERENCES } from '#app/waiting-list/join-form.ts'

interface Choice {
  id: string
  name: string
  isFull: boolean
}

/** What a party wants: the tickets in their order, how many seats, together or not, until when. */
export function WishFields({
  form,
  choices,
  place,
  now = { choices: [], partySize: 1, isAllOrNothing: true, wantedUntil: '' },
}: {
  form: FormState
  choices: Choice[]
  /** On whose clock a day ends. */
  place: string
  now?: { choices: string[]; partySize: number; isAllOrNothing: boolean; wantedUntil: string }
}) {
  const { t } = usePage()
  const options = choices.map(({ id, name, isFull }) => ({
    value: id,
    label: t(isFull ? 'waiting.isFull' : 'waiting.isFree', { ticket: name }),
  }))
  const shown = Math.min(PREFERENCES, choices.length)
  const first = choices.find(({ isFull }) => isFull) ?? choices[0]
  return (
    <>
      {Array.from({ length: shown }, (_, at) => (
        <SelectField
          key={at}
          form={form}
          name={`choices[${at}]`}
          label={t(`waiting.choice_${(at + 1) as 1 | 2 | 3}`)}
          options={options}
          defaultValue={now.choices[at] ?? (at === 0 ? first?.id : '')}
          {...(at === 0 ? {} : { blank: t('waiting.nothingElse'), isOptional: true })}
        />
      ))}
      <TextField
        form={form}
        name="partySize"
        type="number"
        label={t('waiting.partySize')}
        hint={t('waiting.partySizeHint')}
        defaultValue={now.partySize}
        maxLength={String(PARTY_MAXIMUM).length}
      />
      <CheckField
        form={form}
        name="isAllOrNothing"
        label={t('waiting.isAllOrNothing')}
        defaultValue={now.isAllOrNothing ? 'on' : undefined}
      />
      <TextField
        form={form}
        name="wantedUntil"
        type="date"
        label={t('waiting.wantedUntil')}
        hint={t('waiting.wantedUntilHint', { place })}
        defaultValue={now.wantedUntil}
        isOptional
      />
    </>
  )
}
