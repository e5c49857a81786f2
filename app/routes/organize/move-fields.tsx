import { WhichTime } from './which-time.tsx'
import { CheckField, ChoiceField, CountryField, SelectField, TextField } from '#app/ui/fields.tsx'
import { Leaf } from '#app/ui/leaf.tsx'
import { zoneOptions } from '#app/ui/zone-options.ts'
import { usePage } from '#app/ui/use-page.ts'
import { type FormState, typedValue } from '#app/values/form-state.ts'

type Facts = Record<
  | 'startsOn'
  | 'endsOn'
  | 'startsTime'
  | 'endsTime'
  | 'startsMoment'
  | 'endsMoment'
  | 'zone'
  | 'format'
  | 'country'
  | 'city'
  | 'venue'
  | 'address'
  | 'onlineUrl',
  string
>

interface Props {
  form: FormState
  facts: Facts
}

/** When and where an event takes place from now on. */
export function MoveFields({ form, facts, hasSessions }: Props & { hasSessions: boolean }) {
  const { t } = usePage()
  return (
    <>
      <When form={form} facts={facts} />
      <Where form={form} facts={facts} />
      {hasSessions && (
        <CheckField
          form={form}
          name="programme"
          label={t('standing.along')}
          hint={t('programme.along.hint')}
          defaultValue="on"
        />
      )}
    </>
  )
}

function When({ form, facts }: Props) {
  const { t, now } = usePage()
  const valueOf = (name: keyof Facts) => typedValue(form, name) ?? facts[name]
  const shown = (which: 'starts' | 'ends') => ({
    day: valueOf(`${which}On`),
    time: valueOf(`${which}Time`),
    zone: valueOf('zone'),
    stored: facts[`${which}Moment`],
  })
  const field = (name: keyof Facts) => ({ form, name, defaultValue: facts[name] })
  return (
    <Leaf id="when" title={t('standing.when')} isWide>
      <div className="cols">
        <TextField {...field('startsOn')} type="date" label={t('organize.firstDay')} />
        <TextField {...field('endsOn')} type="date" label={t('organize.lastDay')} />
        <TextField {...field('startsTime')} type="time" label={t('organize.startsTime')} isOptional />
        <TextField {...field('endsTime')} type="time" label={t('organize.endsTime')} isOptional />
      </div>
      <WhichTime form={form} name="startsMoment" {...shown('starts')} />
      <WhichTime form={form} name="endsMoment" {...shown('ends')} />
      <SelectField
        {...field('zone')}
        label={t('organize.zone')}
        hint={t('organize.zoneHint')}
        options={zoneOptions(now, facts.zone)}
      />
    </Leaf>
  )
}

function Where({ form, facts }: Props) {
  const { t } = usePage()
  const field = (name: keyof Facts) => ({ form, name, defaultValue: facts[name] })
  return (
    <Leaf id="where" title={t('standing.where')} isWide>
      <ChoiceField
        {...field('format')}
        legend={t('organize.format')}
        options={(['onsite', 'online', 'hybrid'] as const).map((value) => ({
          value,
          label: t(`organize.formats.${value}`),
        }))}
      />
      <div className="cols">
        <CountryField {...field('country')} label={t('organize.country')} hint={t('organize.placeHint')} />
        <TextField {...field('city')} label={t('organize.city')} hint={t('organize.placeHint')} maxLength={120} />
      </div>
      <TextField {...field('venue')} label={t('organize.venue')} maxLength={200} isOptional />
      <TextField {...field('address')} label={t('organize.street')} maxLength={300} isOptional />
      <TextField
        {...field('onlineUrl')}
        type="url"
        label={t('organize.onlineUrl')}
        hint={t('organize.onlineUrlHint')}
        maxLength={500}
        isOptional
      />
    </Leaf>
  )
}
