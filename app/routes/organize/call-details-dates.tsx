import { CallMoments } from './call-moments.tsx'
import { MomentField } from './moment-field.tsx'
import { useCall } from './use-call.ts'
import type { CallRow } from '#app/applications/calls/change-call.server.ts'
import { typedClock } from '#app/applications/calls/call-moments.ts'
import { lastMinuteOf } from '#app/events/price-table.ts'
import { TextField } from '#app/ui/fields.tsx'
import { Leaf } from '#app/ui/leaf.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { ANYWHERE_ON_EARTH } from '#app/values/closing-zone.ts'
import { type FormState, typedValue } from '#app/values/form-state.ts'
import { CURRENT_ZONES } from '#app/values/zones/zone-names.ts'

/** When it opens and closes, on the clock of a zone that organizers choose, and what comes after. */
export function CallDates({ form, call }: { form: FormState; call: CallRow }) {
  const { zone } = useCall()
  const { t } = usePage()
  const clock = typedClock(typedValue(form, 'closesZone') ?? call.closesZone ?? '', zone)
  const field = (
    name: 'opensAt' | 'closesAt' | 'refereesUntilAt' | 'reviewUntilAt' | 'decideAt' | 'noOffersAfterAt',
  ) => ({
    form,
    name,
    label: t(`call.fields.${name}`),
    hint: t(`call.hints.${name}`),
    isOptional: true,
  })
  const end = (at: string | null, on: string) => at && lastMinuteOf(at, on)
  return (
    <Leaf id="dates" title={t('call.details.dates')} isWide>
      <datalist id="zones">
        <option value={ANYWHERE_ON_EARTH} label={t('offer.anywhere')} />
        {CURRENT_ZONES.map((one) => (
          <option key={one} value={one} />
        ))}
      </datalist>
      <TextField
        form={form}
        name="closesZone"
        label={t('call.fields.closesZone')}
        hint={t('call.hints.closesZone', { zone })}
        list="zones"
        placeholder={zone}
        defaultValue={call.closesZone ?? ''}
        dir="ltr"
        maxLength={64}
        isOptional
      />
      <div className="cols">
        <MomentField {...field('opensAt')} at={call.opensAt} zone={clock} />
        <MomentField {...field('closesAt')} at={end(call.closesAt, clock)} zone={clock} />
        <MomentField {...field('refereesUntilAt')} at={end(call.refereesUntilAt, clock)} zone={clock} />
        <TextField
          form={form}
          name="graceMinutes"
          type="number"
          label={t('call.fields.graceMinutes')}
          hint={t('call.hints.graceMinutes')}
          defaultValue={call.graceMinutes}
        />
      </div>
      <CallMoments opensAt={call.opensAt} closesAt={call.closesAt} closesZone={call.closesZone} />
      <h3>{t('call.details.after')}</h3>
      <p className="hint">{t('call.details.onEventClock', { zone })}</p>
      <div className="cols">
        <MomentField {...field('reviewUntilAt')} at={end(call.reviewUntilAt, zone)} zone={zone} />
        <MomentField {...field('decideAt')} at={call.decideAt} zone={zone} />
        <MomentField {...field('noOffersAfterAt')} at={end(call.noOffersAfterAt, zone)} zone={zone} />
        <TextField
          form={form}
          name="reportDueOn"
          type="date"
          label={t('call.fields.reportDueOn')}
          hint={t('call.hints.reportDueOn')}
          defaultValue={call.reportDueOn}
          isOptional
        />
      </div>
    </Leaf>
  )
}
