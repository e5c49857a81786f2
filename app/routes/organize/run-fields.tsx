import { useDesk } from './desk.ts'
import { MomentField } from './moment-field.tsx'
import type { BulkKind } from '#app/participants/runs/run-kinds.ts'
import { CheckField, SelectField, TextField } from '#app/ui/fields.tsx'
import { usePage } from '#app/ui/use-page.ts'
import type { FormState } from '#app/values/form-state.ts'

interface Names {
  tracks: { id: string; code: string; title: string }[]
  ticketTypes: { id: string; name: string }[]
}

/** What a kind of run asks for. */
export function RunFields({ kind, form, names }: { kind: BulkKind; form: FormState; names: Names }) {
  const { zone } = useDesk()
  const { t } = usePage()
  switch (kind) {
    case 'extend':
      return (
        <MomentField
          {...{ form, zone }}
          name="until"
          label={t('run.new.until')}
          hint={t('run.new.untilHint')}
          at={null}
        />
      )
    case 'track': {
      const options = names.tracks.map(({ id, code, title }) => ({ value: id, label: `${code}: ${title}` }))
      return (
        <SelectField
          form={form}
          name="trackId"
          label={t('run.new.track')}
          options={options}
          blank={t('run.new.noTrack')}
        />
      )
    }
    case 'ticket': {
      const options = names.ticketTypes.map(({ id, name }) => ({ value: id, label: name }))
      return <SelectField form={form} name="ticketTypeId" label={t('run.new.ticket')} options={options} blank="" />
    }
    case 'cancel':
      return (
        <>
          <TextField
            form={form}
            name="reason"
            label={t('run.new.reason')}
            hint={t('run.new.reasonHint')}
            maxLength={200}
            dir="auto"
            isOptional
          />
          <CheckField form={form} name="isTold" label={t('run.new.isTold')} defaultValue="on" />
        </>
      )
    default:
      return null
  }
}
