import type { ListedSurvey } from '#app/surveys/find-survey.server.ts'
import type { EditedQuestion } from '#app/surveys/questions/list-survey-questions.server.ts'
import { Empty } from '#app/ui/empty.tsx'
import { Leaf } from '#app/ui/leaf.tsx'
import { ScrollTable } from '#app/ui/scroll-table.tsx'
import { usePage } from '#app/ui/use-page.ts'

interface Props {
  survey: ListedSurvey
  questions: EditedQuestion[]
  address: string
  isWritable: boolean
}

/** What a survey asks, in its order, each question with what is done with it. */
export function SurveyQuestions({ survey, questions, address, isWritable }: Props) {
  const { t, path } = usePage()
  const asked = questions.filter(({ isRetired }) => isRetired === 0)
  const inOrder = [...asked, ...questions.filter(({ isRetired }) => isRetired === 1)]
  return (
    <Leaf id="questions" title={t('survey.questions')} isWide>
      {questions.length === 0 ? (
        <Empty title={t('survey.noQuestions')}>
          <p>{t('survey.noQuestionsWhy')}</p>
        </Empty>
      ) : (
        <ScrollTable label={t('survey.questionsOf', { title: survey.title })}>
          <thead>
            <tr>
              <th scope="col">{t('organize.question')}</th>
              <th scope="col" className="more">
                {t('organize.kind')}
              </th>
              {isWritable && (
                <th scope="col">
                  <span className="vh">{t('question.order')}</span>
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {inOrder.map((question, at) => (
              <tr key={question.id} id={`q-${question.id}`}>
                <th scope="row">
                  <Name question={question} address={isWritable ? `${address}/questions/${question.id}` : null} />
                </th>
                <td className="more">{t(`organize.kinds.${question.kind}`)}</td>
                {isWritable && (
                  <td>
                    <Acts
                      question={question}
                      address={`${address}/questions/${question.id}`}
                      isFirst={at === 0}
                      isLast={at === asked.length - 1}
                    />
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </ScrollTable>
      )}
      {isWritable && (
        <p>
          <a className="btn" href={path(`${address}/questions/new`)}>
            {t('survey.addQuestion')}
          </a>
        </p>
      )}
    </Leaf>
  )
}

function Name({ question, address }: { question: EditedQuestion; address: string | null }) {
  const { t, path } = usePage()
  const notes = [
    question.isRetired === 1 && t('survey.retired'),
    question.isRequired === 1 && t('survey.required'),
    question.meaning !== '' && t(`survey.meanings.${question.meaning}`),
  ].filter(Boolean)
  const label = <bdi lang={question.textLanguage}>{question.label}</bdi>
  return (
    <>
      {address === null ? label : <a href={path(address)}>{label}</a>}
      {notes.length > 0 && (
        <>
          <br />
          <small>{notes.join(' · ')}</small>
        </>
      )}
    </>
  )
}

function Acts({
  question,
  address,
  isFirst,
  isLast,
}: {
  question: EditedQuestion
  address: string
  isFirst: boolean
  isLast: boolean
}) {
  const { t, path } = usePage()
  const name = <span className="vh"> {question.label}</span>
  if (question.isRetired === 1) return null
  return (
    <div className="row">
      {!isFirst && (
        <form method="post" action={path(`${address}/up`)}>
          <button className="plain">
            {t('question.moveUp')}
            {name}
          </button>
        </form>
      )}
      {!isLast && (
        <form method="post" action={path(`${address}/down`)}>
          <button className="plain">
            {t('question.moveDown')}
            {name}
          </button>
        </form>
      )}
      <a href={path(`${address}/remove`)}>
        {t(question.isAnswered ? 'survey.retire' : 'organize.remove')}
        {name}
      </a>
    </div>
  )
}
