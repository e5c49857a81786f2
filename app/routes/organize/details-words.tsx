import { languageOptions } from './choices.ts'
import type { Shown } from './details-shown.ts'
import type { StoredDetails } from '#app/events/details.ts'
import { ChecksField, SelectField, TextArea, TextField } from '#app/ui/fields.tsx'
import { Leaf } from '#app/ui/leaf.tsx'
import { usePage } from '#app/ui/use-page.ts'
import type { FormState } from '#app/values/form-state.ts'

export function Words({ form, stored: { details, isEverPublished }, topics, text }: Shown) {
  const { t, language } = usePage()
  const shared = { form, lang: text } as const
  return (
    <Leaf id="what" title={t('organize.whatItIs')} isWide>
      <TextField
        {...shared}
        name="title"
        label={t('organize.title')}
        hint={t('organize.titleHint')}
        defaultValue={details.title}
        maxLength={200}
      />
      <TextArea
        {...shared}
        name="summary"
        label={t('organize.summary')}
        hint={t('organize.summaryHint')}
        rows={3}
        defaultValue={details.summary}
        maxLength={500}
        isOptional
      />
      <TextArea
        {...shared}
        name="description"
        label={t('organize.description')}
        hint={t('organize.markdownHint')}
        rows={10}
        defaultValue={details.description}
        isOptional
      />
      {isEverPublished ? (
        <div className="field">
          <p>
            <b>{t('organize.address')}</b> <code>{`/events/${details.slug}`}</code>
          </p>
          <p className="hint">{t('organize.addressFixed')}</p>
          <input type="hidden" name="slug" value={details.slug} />
        </div>
      ) : (
        <TextField
          form={form}
          name="slug"
          label={t('organize.address')}
          hint={t('organize.addressHint')}
          defaultValue={details.slug}
          dir="ltr"
          maxLength={80}
        />
      )}
      <SelectField
        form={form}
        name="language"
        label={t('organize.eventLanguage')}
        hint={t('organize.eventLanguageHint')}
        options={languageOptions(language, [details.language])}
        defaultValue={details.language}
      />
      <Spoken form={form} details={details} />
      {topics.length > 0 && (
        <ChecksField
          form={form}
          name="topics"
          legend={t('organize.topics')}
          options={topics.map(({ slug, name }) => ({ value: slug, label: name }))}
          defaultValues={details.topics}
        />
      )}
      <SelectField
        form={form}
        name="level"
        label={t('organize.level')}
        blank={t('organize.noLevel')}
        options={(['introductory', 'intermediate', 'advanced'] as const).map((value) => ({
          value,
          label: t(`organize.levels.${value}`),
        }))}
        defaultValue={details.level}
        isOptional
      />
    </Leaf>
  )
}

/** The languages that are spoken there: a few rows more than filled. */
function Spoken({ form, details }: { form: FormState; details: StoredDetails }) {
  const { t, language } = usePage()
  const rows = Math.max(3, details.languages.length + 1)
  const options = languageOptions(language, details.languages)
  return (
    <fieldset className="field">
      <legend>{t('organize.languages')}</legend>
      <p className="hint">{t('organize.languagesHint')}</p>
      <div className="cols">
        {Array.from({ length: rows }, (_, at) => (
          <SelectField
            key={at}
            form={form}
            name={`languages[${at}]`}
            label={t('organize.languageNumber', { number: at + 1 })}
            blank="–"
            options={options}
            defaultValue={details.languages[at]}
            isOptional={at > 0}
          />
        ))}
      </div>
    </fieldset>
  )
}
