import { useDesk } from './desk.ts'
import type { RegistrationData } from './registration.tsx'
import { answerText } from '#app/participants/answer-text.ts'
import { askedWords } from '#app/registrations/questions/freeze-answer.ts'
import { Leaf } from '#app/ui/leaf.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { countryName } from '#app/values/dates.ts'

/** What the person answered, as far as the reader may read it. */
export function RegistrationAnswers({ questions, answers, seat }: RegistrationData) {
  const { slug } = useDesk()
  const { t, path, language } = usePage()
  if (questions.length === 0) return null
  const words = { yes: t('teach.yes'), no: t('teach.no'), countryName: (code: string) => countryName(code, language) }
  return (
    <Leaf id="answers" title={t('organize.questions')}>
      {answers.length === 0 ? (
        <p className="mute">{t('registrant.noAnswers')}</p>
      ) : (
        <dl>
          {answers.map((answer) => {
            const question = questions.find(({ id }) => id === answer.questionId)
            if (!question) return null
            const text = answerText(question, answer.value, words, answer.asked)
            const file = `/organize/${slug}/questions/${question.id}/answers/${seat.id}`
            return [
              <dt key={question.id}>
                <bdi>{askedWords(answer.asked)?.label ?? question.label}</bdi>
              </dt>,
              <dd key={`${question.id} answer`}>
                {answer.erasedAt ? (
                  <span className="mute">{t('registrant.erased')}</span>
                ) : question.kind === 'file' ? (
                  <a href={path(file)}>{t('registrant.lookAt')}</a>
                ) : (
                  <bdi>{text}</bdi>
                )}
              </dd>,
            ]
          })}
        </dl>
      )}
    </Leaf>
  )
}
