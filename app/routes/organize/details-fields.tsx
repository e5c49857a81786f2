import type { Shown } from './details-shown.ts'
import { WhenAndWhere } from './details-when.tsx'
import { Words } from './details-words.tsx'
import { ChoiceField, TextArea, TextField } from '#app/ui/fields.tsx'
import { Leaf } from '#app/ui/leaf.tsx'
import { usePage } from '#app/ui/use-page.ts'

export function DetailsFields(shown: Shown) {
  return (
    <>
      <Words {...shown} />
      <WhenAndWhere {...shown} />
      <Notes {...shown} />
      <Joining {...shown} />
      <Conduct {...shown} />
    </>
  )
}

function Notes({ form, stored: { details }, text }: Shown) {
  const { t } = usePage()
  return (
    <Leaf id="notes" title={t('organize.whatPeopleNeed')} isWide>
      {(['accessNote', 'visaNote', 'preparation', 'cancellationNote'] as const).map((name) => (
        <TextArea
          key={name}
          form={form}
          name={name}
          lang={text}
          label={t(`organize.notes.${name}`)}
          hint={t(`organize.noteHints.${name}`)}
          rows={3}
          defaultValue={details[name]}
          isOptional
        />
      ))}
    </Leaf>
  )
}

function Joining({ form, stored: { details } }: Shown) {
  const { t } = usePage()
  return (
    <Leaf id="how" title={t('organize.howPeopleJoin')} isWide>
      <ChoiceField
        form={form}
        name="admission"
        legend={t('organize.admission')}
        defaultValue={details.admission}
        options={(['registration', 'application', 'invitation', 'none'] as const).map((value) => ({
          value,
          label: t(`organize.admissions.${value}`),
          detail: t(`organize.admissionDetails.${value}`),
        }))}
      />
    </Leaf>
  )
}

function Conduct({ form, stored: { details } }: Shown) {
  const { t } = usePage()
  return (
    <Leaf id="conduct" title={t('author.details.conduct')} isWide>
      <p className="hint">{t('author.details.conductHint')}</p>
      <TextField
        form={form}
        name="conductUrl"
        type="url"
        label={t('author.details.conductUrl')}
        defaultValue={details.conductUrl}
        maxLength={500}
        isOptional
      />
      <TextField
        form={form}
        name="conductVersion"
        label={t('author.details.conductVersion')}
        hint={t('author.details.conductVersionHint')}
        defaultValue={details.conductVersion}
        maxLength={40}
        isOptional
      />
    </Leaf>
  )
}
