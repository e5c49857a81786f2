import type { Shown } from './details-shown.ts'
import { WhichTime } from './which-time.tsx'
import { parseCoordinates } from '#app/events/coordinates.ts'
import type { DetailField } from '#app/events/details.ts'
import { ChoiceField, CountryField, SelectField, TextField } from '#app/ui/fields.tsx'
import { Leaf } from '#app/ui/leaf.tsx'
import { MapLinks } from '#app/ui/map-links.tsx'
import { zoneOptions } from '#app/ui/zone-options.ts'
import { usePage } from '#app/ui/use-page.ts'
import { typedValue } from '#app/values/form-state.ts'

export function WhenAndWhere({ form, stored: { details }, hosts }: Shown) {
  const { t, now } = usePage()
  // What history knows only as a year or a month cannot stand in a date field.
  const dayType = [details.startsOn, details.endsOn].some((day) => day.length === 10) ? 'date' : 'text'
  const valueOf = (name: DetailField) => typedValue(form, name) ?? String(details[name])
  const shown = (which: 'starts' | 'ends') => ({
    day: valueOf(`${which}On`),
    time: valueOf(`${which}Time`),
    zone: valueOf('zone'),
    stored: details[`${which}Moment`],
  })
  return (
    <Leaf id="when" title={t('organize.whenAndWhere')} isWide>
      <div className="cols">
        <TextField
          form={form}
          name="startsOn"
          type={dayType}
          label={t('organize.firstDay')}
          defaultValue={details.startsOn}
        />
        <TextField
          form={form}
          name="endsOn"
          type={dayType}
          label={t('organize.lastDay')}
          defaultValue={details.endsOn}
        />
        <TextField
          form={form}
          name="startsTime"
          type="time"
          label={t('organize.startsTime')}
          defaultValue={details.startsTime}
          isOptional
        />
        <TextField
          form={form}
          name="endsTime"
          type="time"
          label={t('organize.endsTime')}
          defaultValue={details.endsTime}
          isOptional
        />
      </div>
      <WhichTime form={form} name="startsMoment" {...shown('starts')} />
      <WhichTime form={form} name="endsMoment" {...shown('ends')} />
      <SelectField
        form={form}
        name="zone"
        label={t('organize.zone')}
        hint={t('organize.zoneHint')}
        options={zoneOptions(now, details.zone)}
        defaultValue={details.zone}
      />
      <ChoiceField
        form={form}
        name="format"
        legend={t('organize.format')}
        defaultValue={details.format}
        options={(['onsite', 'online', 'hybrid'] as const).map((value) => ({
          value,
          label: t(`organize.formats.${value}`),
        }))}
      />
      <div className="cols">
        <CountryField
          form={form}
          name="country"
          label={t('organize.country')}
          hint={t('organize.placeHint')}
          defaultValue={details.country}
        />
        <TextField
          form={form}
          name="city"
          label={t('organize.city')}
          hint={t('organize.placeHint')}
          defaultValue={details.city}
          maxLength={120}
        />
      </div>
      <TextField
        form={form}
        name="venue"
        label={t('organize.venue')}
        defaultValue={details.venue}
        maxLength={200}
        isOptional
      />
      <TextField
        form={form}
        name="address"
        label={t('organize.street')}
        defaultValue={details.address}
        maxLength={300}
        isOptional
      />
      <TextField
        form={form}
        name="coordinates"
        label={t('author.details.coordinates')}
        hint={<Coordinates typed={details.coordinates} />}
        defaultValue={details.coordinates}
        dir="ltr"
        maxLength={2000}
        isOptional
      />
      <TextField
        form={form}
        name="venueSeats"
        type="number"
        label={t('author.details.venueSeats')}
        hint={t('author.details.venueSeatsHint')}
        defaultValue={details.venueSeats}
        isOptional
      />
      <TextField
        form={form}
        name="onlineUrl"
        type="url"
        label={t('organize.onlineUrl')}
        hint={t('organize.onlineUrlHint')}
        defaultValue={details.onlineUrl}
        maxLength={500}
        isOptional
      />
      <SelectField
        form={form}
        name="hostId"
        label={t('organize.host')}
        blank={t('organize.noHost')}
        options={hosts.map(({ id, name }) => ({ value: id, label: name }))}
        defaultValue={details.hostId}
        isOptional
      />
      <TextField
        form={form}
        name="contactEmail"
        type="email"
        label={t('organize.contact')}
        hint={t('organize.contactHint')}
        defaultValue={details.contactEmail}
        maxLength={191}
        isOptional
      />
      <TextField
        form={form}
        name="websiteUrl"
        type="url"
        label={t('organize.website')}
        defaultValue={details.websiteUrl}
        maxLength={500}
        isOptional
      />
    </Leaf>
  )
}

/** What may be typed, and the place that is saved on a map, to be looked at. */
function Coordinates({ typed }: { typed: string }) {
  const { t } = usePage()
  const place = parseCoordinates(typed)
  return (
    <>
      {t('author.details.coordinatesHint')} {place && <MapLinks {...place} />}
    </>
  )
}
