import { useDesk } from './desk.ts'
import { MomentField } from './moment-field.tsx'
import { TicketAudience, TicketTies } from './ticket-who.tsx'
import { daysOfEvent } from '#app/programme/event-days.ts'
import type { OfferedQuota, OfferedTicketType } from '#app/registrations/offer/queries.server.ts'
import type { TaxRule } from '#app/registrations/offer/rules.server.ts'
import { CheckField, ChecksField, ChoiceField, SelectField, TextField } from '#app/ui/fields.tsx'
import { Leaf } from '#app/ui/leaf.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { formatDay } from '#app/values/dates.ts'
import type { FormState } from '#app/values/form-state.ts'

interface Shown {
  form: FormState
  type: OfferedTicketType | null
  text: { name: string; description: string } | undefined
  language: string
  quotas: OfferedQuota[]
  tracks: { id: string; code: string; title: string }[]
  types: OfferedTicketType[]
  taxes: TaxRule[]
}

export function TicketFields(shown: Shown) {
  return (
    <>
      <WhatItIs {...shown} />
      <TicketAudience form={shown.form} type={shown.type} />
      <TicketTies {...shown} />
      <Seats {...shown} />
      <Sale {...shown} />
    </>
  )
}

function WhatItIs({ form, type, text, language, tracks }: Shown) {
  const { t } = usePage()
  return (
    <Leaf id="ticket" title={t('organize.whatItIs')} isWide>
      <TextField
        form={form}
        name="name"
        label={t('organize.ticketName')}
        defaultValue={text?.name}
        lang={language}
        maxLength={120}
      />
      <TextField
        form={form}
        name="description"
        label={t('organize.ticketDescription')}
        hint={t('organize.ticketDescriptionHint')}
        defaultValue={text?.description}
        lang={language}
        maxLength={500}
        isOptional
      />
      <TextField
        form={form}
        name="code"
        label={t('organize.ticketCode')}
        hint={t('organize.ticketCodeHint')}
        defaultValue={type?.code}
        dir="ltr"
        maxLength={32}
      />
      <ChoiceField
        form={form}
        name="attendance"
        legend={t('organize.format')}
        defaultValue={type?.attendance ?? 'onsite'}
        options={(['onsite', 'online'] as const).map((value) => ({ value, label: t(`organize.formats.${value}`) }))}
      />
      {tracks.length > 0 && (
        <SelectField
          form={form}
          name="trackId"
          label={t('organize.ofTrack')}
          blank={t('organize.wholeEvent')}
          options={tracks.map(({ id, code, title }) => ({ value: id, label: `${code}: ${title}` }))}
          defaultValue={type?.trackId}
          isOptional
        />
      )}
      <Days form={form} type={type} />
    </Leaf>
  )
}

/** Days that a document gave it stay, also when the event has moved away from them. */
function Days({ form, type }: Pick<Shown, 'form' | 'type'>) {
  const { startsOn, endsOn } = useDesk()
  const { t, language } = usePage()
  const own = daysOfEvent({ firstOn: startsOn, lastOn: endsOn })
  const days = [...new Set([...own, ...(type?.days ?? [])])].toSorted()
  if (days.length < 2) return null
  return (
    <ChecksField
      form={form}
      name="days"
      legend={t('offer.ticketDays')}
      hint={t('offer.ticketDaysHint')}
      options={days.map((day) => ({ value: day, label: formatDay(day, language, { weekday: true, year: false }) }))}
      defaultValues={type?.days ?? []}
      inColumns={days.length > 6}
      isOptional
    />
  )
}

function Seats({ form, type, quotas }: Shown) {
  const { slug } = useDesk()
  const { t, path } = usePage()
  return (
    <Leaf id="ticket-seats" title={t('organize.seats')} isWide>
      {quotas.length === 0 ? (
        <p>
          {t('organize.noLimitYet')} <a href={path(`/organize/${slug}/seats/new`)}>{t('organize.addQuota')}</a>
        </p>
      ) : (
        <ChecksField
          form={form}
          name="quotaIds"
          legend={t('organize.drawsOn')}
          hint={t('organize.drawsOnHint')}
          options={quotas.map(({ id, name, size, taken }) => ({
            value: id,
            label: (
              <>
                <bdi>{name}</bdi> <small>{t('organize.takenOf', { taken, size })}</small>
              </>
            ),
          }))}
          inColumns={quotas.length > 6}
          defaultValues={type ? type.quotaIds : quotas.length === 1 ? [quotas[0]!.id] : []}
        />
      )}
    </Leaf>
  )
}

function Sale({ form, type }: Shown) {
  const { zone } = useDesk()
  const { t } = usePage()
  return (
    <Leaf id="sale" title={t('organize.whoAndWhen')} isWide>
      <ChoiceField
        form={form}
        name="admission"
        legend={t('organize.whoMayTake')}
        defaultValue={type?.admission ?? 'open'}
        options={(['open', 'code', 'application', 'award'] as const).map((value) => ({
          value,
          label: t(`organize.takers.${value}`),
          detail: t(`organize.takerDetails.${value}`),
        }))}
      />
      <div className="cols">
        <MomentField
          form={form}
          name="onSaleFromAt"
          label={t('organize.onSaleFrom')}
          hint={t('organize.inZone', { zone })}
          at={type?.onSaleFromAt}
          zone={zone}
          isOptional
        />
        <MomentField
          form={form}
          name="onSaleUntilAt"
          label={t('organize.onSaleUntil')}
          hint={t('organize.inZone', { zone })}
          at={type?.onSaleUntilAt}
          zone={zone}
          isOptional
        />
        <TextField
          form={form}
          name="minPerOrder"
          type="number"
          label={t('organize.least')}
          hint={t('organize.leastHint')}
          defaultValue={type?.minPerOrder ?? 0}
        />
        <TextField
          form={form}
          name="maxPerOrder"
          type="number"
          label={t('organize.most')}
          hint={t('organize.mostHint')}
          defaultValue={type?.maxPerOrder ?? 10}
        />
      </div>
      <CheckField form={form} name="allowsRepeat" defaultValue={type?.allowsRepeat ? 'on' : null}>
        {t('organize.allowsRepeat')}
      </CheckField>
      <CheckField form={form} name="isHidden" defaultValue={type?.isHidden ? 'on' : null}>
        {t('organize.isHidden')}
      </CheckField>
      <CheckField form={form} name="isClosed" defaultValue={type?.isClosed ? 'on' : null}>
        {t('organize.isClosed')}
      </CheckField>
    </Leaf>
  )
}
