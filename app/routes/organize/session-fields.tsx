import { languageOptions } from './choices.ts'
import { SessionPeople } from './session-people.tsx'
import { kindKey } from './session-words.ts'
import { WhichTime } from './which-time.tsx'
import { SESSION_KINDS } from '#app/programme/sessions/session-form.ts'
import type { ShownFields } from '#app/programme/sessions/shown-fields.ts'
import { CheckField, type Option, SelectField, TextArea, TextField } from '#app/ui/fields.tsx'
import { Leaf } from '#app/ui/leaf.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { formatDays } from '#app/values/dates.ts'
import { type FormState, typedValue } from '#app/values/form-state.ts'

interface Shown {
  form: FormState
  fields: ShownFields
  setting: { zone: string; firstOn: string; lastOn: string; tracks: Option[]; rooms: { name: string }[] }
}

export function SessionFields(shown: Shown) {
  return (
    <>
      <What {...shown} />
      <When {...shown} />
      <SessionPeople form={shown.form} people={shown.fields.people} />
      <More {...shown} />
    </>
  )
}

function What({ form, fields, setting }: Shown) {
  const { t, language } = usePage()
  const lang = (typedValue(form, 'language') ?? fields.language) || undefined
  return (
    <Leaf id="what" title={t('session.what')}>
      <TextField
        form={form}
        name="title"
        label={t('organize.fields.title')}
        defaultValue={fields.title}
        {...(lang && { lang })}
        maxLength={300}
      />
      <div className="cols">
        <SelectField
          form={form}
          name="kind"
          label={t('session.kind')}
          options={SESSION_KINDS.map((value) => ({ value, label: t(kindKey(value)) }))}
          defaultValue={fields.kind}
        />
        {setting.tracks.length > 0 && (
          <SelectField
            form={form}
            name="trackId"
            label={t('session.track')}
            blank={t('session.everybody')}
            options={setting.tracks}
            defaultValue={fields.trackId}
            isOptional
          />
        )}
      </div>
      <TextArea
        form={form}
        name="abstract"
        label={t('session.abstract')}
        hint={t('organize.markdownHint')}
        rows={6}
        defaultValue={fields.abstract}
        {...(lang && { lang })}
        isOptional
      />
      <div className="cols">
        <SelectField
          form={form}
          name="language"
          label={t('session.language')}
          hint={t('session.languageHint')}
          blank="–"
          options={languageOptions(language, [fields.language])}
          defaultValue={fields.language}
          isOptional
        />
        <TextField
          form={form}
          name="code"
          label={t('session.code')}
          hint={t('session.codeHint')}
          defaultValue={fields.code}
          dir="ltr"
          maxLength={20}
          isOptional
        />
      </div>
    </Leaf>
  )
}

function When({ form, fields, setting }: Shown) {
  const { t, language } = usePage()
  const valueOf = (name: 'heldOn' | 'startsTime' | 'endsTime') => typedValue(form, name) ?? fields[name]
  return (
    <Leaf id="when" title={t('session.whenAndWhere')}>
      <TextField
        form={form}
        name="heldOn"
        type="date"
        label={t('session.day')}
        hint={t('session.dayHint', { days: formatDays(setting.firstOn, setting.lastOn, language) })}
        defaultValue={fields.heldOn}
      />
      <div className="cols">
        {(['starts', 'ends'] as const).map((which) => (
          <div key={which}>
            <TextField
              form={form}
              name={`${which}Time`}
              type="time"
              label={t(`session.${which}`)}
              hint={which === 'ends' ? t('session.endsHint') : t('programme.lead', { zone: setting.zone })}
              defaultValue={fields[`${which}Time`]}
            />
            <WhichTime
              form={form}
              name={`${which}Moment`}
              day={valueOf('heldOn')}
              time={valueOf(`${which}Time`)}
              zone={setting.zone}
              stored={fields[`${which}Moment`]}
            />
          </div>
        ))}
      </div>
      <TextField
        form={form}
        name="room"
        label={t('session.room')}
        hint={t('session.roomHint')}
        defaultValue={fields.room}
        list="rooms"
        maxLength={120}
        isOptional
      />
      <datalist id="rooms">
        {setting.rooms.map(({ name }) => (
          <option key={name} value={name} />
        ))}
      </datalist>
    </Leaf>
  )
}

function More({ form, fields }: Shown) {
  const { t, language } = usePage()
  const rows = Math.max(2, fields.interpretation.length + 1)
  const ticked = (isTicked: boolean) => (isTicked ? 'on' : null)
  return (
    <Leaf id="more" title={t('session.more')}>
      <CheckField
        form={form}
        name="isPublic"
        label={t('session.isPublic')}
        hint={t('session.isPublicHint')}
        defaultValue={ticked(fields.isPublic)}
      />
      <fieldset className="field">
        <legend>{t('session.interpretation')}</legend>
        <div className="cols">
          {Array.from({ length: rows }, (_, at) => (
            <SelectField
              key={at}
              form={form}
              name={`interpretation[${at}]`}
              label={t('session.languageNumber', { number: at + 1 })}
              blank="–"
              options={languageOptions(language, fields.interpretation)}
              defaultValue={fields.interpretation[at]}
              isOptional
            />
          ))}
        </div>
      </fieldset>
      <CheckField
        form={form}
        name="isStreamed"
        label={t('session.isStreamed')}
        defaultValue={ticked(fields.isStreamed)}
      />
      <TextField
        form={form}
        name="streamUrl"
        type="url"
        label={t('session.streamUrl')}
        hint={t('session.streamUrlHint')}
        defaultValue={fields.streamUrl}
        maxLength={500}
        isOptional
      />
      <CheckField
        form={form}
        name="takesSignUps"
        label={t('session.takesSignUps')}
        hint={t('session.takesSignUpsHint')}
        defaultValue={ticked(fields.takesSignUps)}
      />
      <TextField
        form={form}
        name="capacity"
        type="number"
        label={t('session.capacity')}
        hint={t('session.capacityHint')}
        defaultValue={fields.capacity}
        isOptional
      />
    </Leaf>
  )
}
