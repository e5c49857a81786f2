import type { Question } from '#app/registrations/questions/question.ts'
import { CountryField, TextField } from '#app/ui/fields.tsx'
import { QuestionField } from '#app/ui/question-field.tsx'
import { usePage } from '#app/ui/use-page.ts'
import type { FormState } from '#app/values/form-state.ts'

interface Person {
  fullName: string
  latinName: string | null
  badgeName: string | null
  affiliation: string | null
  country: string | null
}

/** Who sits on a seat, but for the address, and what they answered when registering. */
export function DetailsFields({
  form,
  answers,
  person,
  questions,
}: {
  form: FormState
  /** The answers as they are kept, or as they were just typed. */
  answers: FormState
  person: Person
  questions: Question[]
}) {
  const { t } = usePage()
  return (
    <>
      <TextField
        form={form}
        name="fullName"
        label={t('seat.fullName')}
        hint={t('register.fullNameHint')}
        maxLength={200}
        defaultValue={person.fullName}
      />
      <TextField
        form={form}
        name="latinName"
        label={t('register.latinName')}
        isOptional
        maxLength={200}
        defaultValue={person.latinName}
      />
      <TextField
        form={form}
        name="badgeName"
        label={t('change.details.badgeName')}
        hint={t('change.details.badgeNameHint')}
        isOptional
        maxLength={200}
        defaultValue={person.badgeName}
      />
      <TextField
        form={form}
        name="affiliation"
        label={t('register.affiliation')}
        isOptional
        maxLength={200}
        defaultValue={person.affiliation}
      />
      <CountryField
        form={form}
        name="country"
        label={t('register.country')}
        blank={t('register.chooseOne')}
        defaultValue={person.country}
      />
      {questions.length > 0 && (
        <fieldset className="after">
          <legend className="big">{t('change.details.questions')}</legend>
          {questions.map((question) => (
            <QuestionField
              key={question.id}
              question={question}
              name={`answers.${question.code}`}
              form={answers}
              among={questions}
            />
          ))}
        </fieldset>
      )}
    </>
  )
}
