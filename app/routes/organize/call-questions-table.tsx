import { MoveButtons } from './move-buttons.tsx'
import { useCall } from './use-call.ts'
import type { ListedCallQuestion } from '#app/applications/calls/list-call-questions.server.ts'
import type { Translate } from '#app/locales/translate.ts'
import type { Question } from '#app/registrations/questions/question.ts'
import { isolate } from '#app/ui/isolate.ts'
import { valueLabel } from '#app/ui/question-field.tsx'
import { ScrollTable } from '#app/ui/scroll-table.tsx'
import { usePage } from '#app/ui/use-page.ts'

type Names = { id: string; name: string }[]

/** The questions of one page of a form in their order, each with what is done with it. */
export function CallQuestionsTable({
  label,
  questions,
  all,
  choices,
}: {
  label: string
  questions: ListedCallQuestion[]
  all: ListedCallQuestion[]
  choices: Names
}) {
  const { t } = usePage()
  return (
    <ScrollTable label={label}>
      <thead>
        <tr>
          <th scope="col">{t('organize.question')}</th>
          <th scope="col" className="more">
            {t('organize.kind')}
          </th>
          <th scope="col">
            <span className="vh">{t('call.order')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {questions.map((question, at) => (
          <Row
            key={question.id}
            question={question}
            whom={whomAsked(question, all, choices, t)}
            isFirst={at === 0}
            isLast={at === questions.length - 1}
          />
        ))}
      </tbody>
    </ScrollTable>
  )
}

function Row({
  question,
  whom,
  isFirst,
  isLast,
}: {
  question: ListedCallQuestion
  whom: string[]
  isFirst: boolean
  isLast: boolean
}) {
  const { slug, call } = useCall()
  const { t, path } = usePage()
  const base = path(`/organize/${slug}/calls/${call.slug}`)
  return (
    <tr id={`q-${question.id}`}>
      <th scope="row">
        <a href={`${base}/form/questions/${question.id}`} lang={question.textLanguage}>
          <bdi>{question.label}</bdi>
        </a>
        {whom.length > 0 && (
          <>
            <br />
            <small>{whom.join(' · ')}</small>
          </>
        )}
      </th>
      <td className="more">{t(`call.questionKinds.${question.kind}`)}</td>
      <td>
        {question.isRetired === 0 && (
          <div className="row">
            <MoveButtons
              address={`${base}/order/questions/${question.id}`}
              name={question.label}
              isFirst={isFirst}
              isLast={isLast}
            />
            <a href={`${base}/remove/questions/${question.id}`}>
              {question.isAnswered ? t('organize.retire') : t('organize.remove')}
              <span className="vh"> {question.label}</span>
            </a>
          </div>
        )}
      </td>
    </tr>
  )
}

/** Whether it must be answered, of whom it is asked, and whether reviewers see it. */
function whomAsked(question: ListedCallQuestion, all: ListedCallQuestion[], choices: Names, t: Translate): string[] {
  const parent = all.find(({ id }) => id === question.shownWhenQuestionId)
  const names = question.choiceIds.flatMap((id) => choices.find((choice) => choice.id === id)?.name ?? [])
  const options = parent?.texts[0]?.options ?? []
  // Only kinds that registrations have decide over others.
  const answer =
    parent && valueLabel({ kind: parent.kind as Question['kind'], options }, question.shownWhenValue ?? '', t)
  return [
    question.isRequired === 1 && t('organize.required'),
    names.length > 0 && t('call.form.onlyFor', { choices: names.map(isolate).join(t('common.listSeparator')) }),
    parent && t('question.onlyIf', { question: isolate(parent.label), answer: isolate(answer ?? '') }),
    question.isHidden === 1 && t('call.form.hidden'),
  ].filter((text) => typeof text === 'string')
}
