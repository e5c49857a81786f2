import { languageOptions } from './choices.ts'
import type { SeriesMark } from '#app/events/event-view.ts'
import { ChoiceField, CountryField, SelectField, TextArea, TextField } from '#app/ui/fields.tsx'
import { Leaf } from '#app/ui/leaf.tsx'
import { seriesOf } from '#app/ui/series-mark.ts'
import { usePage } from '#app/ui/use-page.ts'
import { zoneOptions } from '#app/ui/zone-options.ts'
import type { FormState } from '#app/values/form-state.ts'

interface Props {
  form: FormState
  series: { id: string; name: string; mark: SeriesMark }[]
}

/** Twelve fields, all that a simple free event needs. */
export function NewFields({ form, series }: Props) {
  return (
    <>
      <What form={form} series={series} />
      <When form={form} />
    </>
  )
}

function What({ form, series }: Props) {
  const { t, language } = usePage()
  return (
    <Leaf id="what" title={t('organize.whatItIs')} isWide>
      {series.length === 1 ? (
        <p>
          <input type="hidden" name="seriesId" value={series[0]!.id} />
          {t('organize.inSeries')} <b>{series[0]!.name}</b>
        </p>
      ) : (
        <ChoiceField
          form={form}
          name="seriesId"
          legend={t('organize.series')}
          options={series.map(({ id, name, mark }) => ({
            value: id,
            label: (
              <span data-series={seriesOf(mark)}>
                <span className="kind">{name}</span>
              </span>
            ),
          }))}
        />
      )}
      <TextField form={form} name="title" label={t('organize.title')} hint={t('organize.titleHint')} maxLength={200} />
      <SelectField
        form={form}
        name="language"
        label={t('organize.textLanguage')}
        options={languageOptions(language)}
        defaultValue={language}
      />
      <TextArea
        form={form}
        name="summary"
        label={t('organize.summary')}
        hint={t('author.new.summaryHint')}
        rows={3}
        maxLength={500}
        isOptional
      />
    </Leaf>
  )
}

function When({ form }: { form: FormState }) {
  const { t, now } = usePage()
  return (
    <Leaf id="when" title={t('organize.whenAndWhere')} isWide>
      <div className="cols">
        <TextField form={form} name="startsOn" type="date" label={t('organize.firstDay')} />
        <TextField form={form} name="endsOn" type="date" label={t('organize.lastDay')} />
      </div>
      <SelectField
        form={form}
        name="zone"
        label={t('organize.zone')}
        hint={t('organize.zoneHint')}
        options={zoneOptions(now, form.values.zone?.[0])}
        blank={t('organize.choose')}
      />
      <ChoiceField
        form={form}
        name="format"
        legend={t('organize.format')}
        defaultValue="onsite"
        options={(['onsite', 'online', 'hybrid'] as const).map((value) => ({
          value,
          label: t(`organize.formats.${value}`),
        }))}
      />
      <div className="cols">
        <CountryField form={form} name="country" label={t('organize.country')} hint={t('organize.placeHint')} />
        <TextField form={form} name="city" label={t('organize.city')} hint={t('organize.placeHint')} maxLength={120} />
      </div>
      <TextArea
        form={form}
        name="accessNote"
        label={t('organize.notes.accessNote')}
        hint={t('organize.noteHints.accessNote')}
        rows={2}
        maxLength={4000}
        isOptional
      />
      <TextField
        form={form}
        name="seats"
        type="number"
        label={t('author.new.seats')}
        hint={t('author.new.seatsHint')}
        isOptional
      />
    </Leaf>
  )
}
