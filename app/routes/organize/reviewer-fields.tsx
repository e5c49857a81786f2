import type { Call } from '#app/applications/calls/call.ts'
import { LANGUAGES } from '#app/locales/languages.ts'
import { CheckField, ChecksField } from '#app/ui/fields.tsx'
import { usePage } from '#app/ui/use-page.ts'
import type { FormState } from '#app/values/form-state.ts'

interface Props {
  form: FormState
  choices: Pick<Call['choices'][number], 'code' | 'name'>[]
  saved?: { languages: string[]; choiceCodes: string[]; isChair: boolean }
}

/** What a reviewer reads and knows; nothing ticked is everything. */
export function ReviewerFields({ form, choices, saved }: Props) {
  const { t } = usePage()
  return (
    <>
      <ChecksField
        form={form}
        name="languages"
        legend={t('reviewing.organize.languages')}
        hint={t('reviewing.organize.languagesHint')}
        options={LANGUAGES.map(({ code, name }) => ({ value: code, label: <bdi lang={code}>{name}</bdi> }))}
        defaultValues={saved?.languages ?? []}
        isOptional
      />
      {choices.length > 1 && (
        <ChecksField
          form={form}
          name="choiceCodes"
          legend={t('reviewing.organize.tracks')}
          hint={t('reviewing.organize.tracksHint')}
          options={choices.map(({ code, name }) => ({ value: code, label: <bdi>{name}</bdi> }))}
          defaultValues={saved?.choiceCodes ?? []}
          isOptional
        />
      )}
      <CheckField
        form={form}
        name="isChair"
        hint={t('reviewing.organize.chairHint')}
        defaultValue={saved?.isChair ? 'on' : ''}
      >
        {t('reviewing.organize.chair')}
      </CheckField>
    </>
  )
}
