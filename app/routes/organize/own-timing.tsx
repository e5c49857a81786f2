import { useDesk } from './desk.ts'
import { OWN_DEFAULTS, type OwnKind } from '#app/broadcasts/own/own-kinds.ts'
import { TextField } from '#app/ui/fields.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { formatMoment } from '#app/values/dates.ts'
import type { FormState } from '#app/values/form-state.ts'

/** When an own message goes out: so many days from the event, at a time of its clock. */
export function OwnTiming({
  form,
  kind,
  known,
}: {
  form: FormState
  kind: OwnKind
  known: { offsetDays: number; atTime: string | null; sendAt: string | null } | null
}) {
  const { zone } = useDesk()
  const { t, language, now } = usePage()
  const standard = OWN_DEFAULTS[kind]
  if (!standard) return null
  return (
    <>
      <TextField
        form={form}
        name="offsetDays"
        type="number"
        label={t('broadcast.own.offsetDays')}
        hint={t(`broadcast.own.anchor.${standard.anchor}`)}
        defaultValue={known?.offsetDays ?? standard.offsetDays}
      />
      <TextField
        form={form}
        name="atTime"
        type="time"
        label={t('broadcast.own.atTime')}
        hint={t('broadcast.own.atTimeHint', { zone })}
        defaultValue={known?.atTime ?? standard.atTime}
      />
      {known?.sendAt && (
        <p>
          {t('broadcast.one.sendAt', { when: formatMoment(known.sendAt, zone, language) })}{' '}
          {known.sendAt <= now && t('broadcast.own.alreadyPast')}
        </p>
      )}
      {standard.anchor === 'starts' && <p className="hint">{t('broadcast.own.late')}</p>}
    </>
  )
}
