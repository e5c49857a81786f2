import { describe, fieldClass, type FieldProps, HintAndError, LabelText } from './field.tsx'
import { type Option, SelectField } from './fields.tsx'
import { usePage } from './use-page.ts'
import { languageField, LEVELS, SKILLS } from '#app/registrations/questions/question.ts'

/** How well somebody listens, reads, speaks and writes in each of some languages. */
export function LanguagesField({
  languages,
  legend,
  ...field
}: FieldProps & { legend: FieldProps['label']; languages: Option[] }) {
  const { t } = usePage()
  const described = describe(field)
  const levels = LEVELS.map((value) => ({ value, label: t(`question.levels.${value}`) }))
  return (
    <fieldset id={described.id} className={fieldClass(field)} aria-describedby={described['aria-describedby']}>
      <legend>
        <LabelText {...field} label={legend} />
      </legend>
      <HintAndError {...field} />
      {languages.map(({ value, label }, at) => (
        <fieldset key={value} className={at > 0 ? 'after' : undefined}>
          <legend>
            <bdi>{label}</bdi>
          </legend>
          <div className="cols">
            {SKILLS.map((skill) => (
              <SelectField
                key={skill}
                form={field.form}
                name={`${field.name}.${languageField(value)}.${skill}`}
                label={t(`question.skills.${skill}`)}
                blank={t('register.chooseOne')}
                options={levels}
              />
            ))}
          </div>
        </fieldset>
      ))}
    </fieldset>
  )
}
