import { QuestionField } from '#app/ui/question-field.tsx'
import type { Question } from '#app/registrations/questions/question.ts'
import { CountryField, TextField } from '#app/ui/fields.tsx'
import { usePage } from '#app/ui/use-page.ts'
import type { FormState } from '#app/values/form-state.ts'

/** Who sits on a seat, and the answers to what is asked; of another only name and address are needed. */
export function SeatFields({ form, questions, isOwn }: { form: FormState; questions: Question[]; isOwn: boolean }) {
  const { t } = usePage()
  const auto = (name: string) => (isOwn ? name : 'off')
  return (
    <>
      <TextField
        form={form}
        name="fullName"
        label={t('seat.fullName')}
        hint={t(isOwn ? 'register.fullNameHint' : 'seat.fullNameHint')}
        autoComplete={auto('name')}
        maxLength={200}
      />
      <TextField
        form={form}
        name="latinName"
        label={t('register.latinName')}
        isOptional
        autoComplete="off"
        maxLength={200}
      />
      <TextField
        form={form}
        name="email"
        type="email"
        label={t('seat.email')}
        hint={t(isOwn ? 'register.emailHint' : 'seat.emailHint')}
        autoComplete={auto('email')}
        maxLength={191}
      />
      <TextField
        form={form}
        name="affiliation"
        label={t('register.affiliation')}
        isOptional
        autoComplete={auto('organization')}
        maxLength={200}
      />
      <CountryField
        form={form}
        name="country"
        label={t('register.country')}
        blank={t('register.chooseOne')}
        isOptional={!isOwn}
      />
      {questions.length > 0 && (
        <fieldset className="after">
          <legend className="big">{t('seat.questions')}</legend>
          {questions.map((question) => (
            <QuestionField
              key={question.id}
              question={isOwn ? question : { ...question, isRequired: false }}
              name={`answers.${question.code}`}
              form={form}
              among={questions}
            />
          ))}
        </fieldset>
      )}
    </>
  )
}
