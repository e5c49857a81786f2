import { MomentField } from './moment-field.tsx'
import type { ListedSurvey } from '#app/surveys/find-survey.server.ts'
import { CheckField, SelectField, TextArea, TextField } from '#app/ui/fields.tsx'
import { usePage } from '#app/ui/use-page.ts'
import type { FormState } from '#app/values/form-state.ts'

/** A survey without its questions: its words in one language, of whom and how it is asked, and when. */
export function SurveyFields({
  form,
  survey,
  text,
  language,
  tracks,
  isOfAll,
}: {
  form: FormState
  survey: ListedSurvey
  text: { title: string; intro: string } | undefined
  language: string
  tracks: { id: string; code: string }[]
  isOfAll: boolean
}) {
  const { t } = usePage()
  const { zone } = survey.event
  return (
    <>
      <TextField
        form={form}
        name="title"
        label={t('survey.titleField')}
        hint={text ? undefined : survey.title}
        defaultValue={text?.title}
        lang={language}
        maxLength={200}
      />
      <TextArea
        form={form}
        name="intro"
        label={t('survey.intro')}
        hint={text ? t('survey.introHint') : survey.intro}
        defaultValue={text?.intro}
        lang={language}
        rows={3}
        maxLength={2000}
        isOptional
      />
      <div className="cols">
        <MomentField
          form={form}
          name="opensAt"
          label={t('survey.opensAt')}
          hint={survey.kind === 'daily' ? t('survey.opensAtHint') : zone}
          at={survey.opensAt}
          zone={zone}
        />
        <MomentField
          form={form}
          name="closesAt"
          label={t('survey.closesAt')}
          hint={survey.isAnonymous === 1 ? t('survey.closesAtHint') : zone}
          at={survey.closesAt}
          zone={zone}
        />
      </div>
      {tracks.length > 0 && (
        <SelectField
          form={form}
          name="trackId"
          label={t('survey.whom')}
          {...(isOfAll ? { blank: t('survey.everybody') } : {})}
          options={tracks.map(({ id, code }) => ({ value: id, label: t('survey.track', { code }) }))}
          defaultValue={survey.trackId}
        />
      )}
      <CheckField
        form={form}
        name="isAnonymous"
        hint={t('survey.isAnonymousHint')}
        defaultValue={survey.isAnonymous === 1 ? 'on' : null}
      >
        {t('survey.isAnonymous')}
      </CheckField>
      <TextField
        form={form}
        name="minimum"
        type="number"
        label={t('survey.minimum')}
        hint={t('survey.minimumHint')}
        defaultValue={survey.minimum}
      />
    </>
  )
}
