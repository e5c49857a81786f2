import { useDesk } from './desk.ts'
import { whoIsAsked } from './who-is-asked.ts'
import type { OfferedQuestion } from '#app/registrations/questions/list-questions.server.ts'
import { ScrollTable } from '#app/ui/scroll-table.tsx'
import { usePage } from '#app/ui/use-page.ts'

export interface AskedNames {
  tracks: { id: string; code: string; title: string }[]
  ticketTypes: { id: string; code: string; name: string }[]
}

/** Questions of one stage in their order, each with what is done with it. */
export function QuestionsTable({
  label,
  questions,
  all,
  names,
}: {
  label: string
  questions: OfferedQuestion[]
  all: OfferedQuestion[]
  names: AskedNames
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
          <th scope="col" className="more">
            {t('organize.audience')}
          </th>
          <th scope="col" className="num">
            {t('organize.answers')}
          </th>
          <th scope="col">
            <span className="vh">{t('question.order')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {questions.map((question, at) => (
          <Row
            key={question.id}
            question={question}
            who={whoIsAsked(question, all, names, t)}
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
  who,
  isFirst,
  isLast,
}: {
  question: OfferedQuestion
  who: string
  isFirst: boolean
  isLast: boolean
}) {
  const { slug } = useDesk()
  const { t, path } = usePage()
  const address = path(`/organize/${slug}/questions/${question.id}`)
  const isAsked = question.isRetired === 0
  const name = <span className="vh"> {question.label}</span>
  return (
    <tr id={`q-${question.id}`}>
      <th scope="row">
        <a href={address} lang={question.textLanguage}>
          <bdi>{question.label}</bdi>
        </a>
        <br />
        <small>
          {question.isRequired === 1 && `${t('organize.required')} · `}
          {t('question.whoIsAsked', { who })}
        </small>
      </th>
      <td className="more">{t(`organize.kinds.${question.kind}`)}</td>
      <td className="more">{t(`organize.audiences.${question.audience}`)}</td>
      <td className="num">
        <a href={`${address}/answers`}>
          {question.answers}
          {name}
        </a>
      </td>
      <td>
        <div className="row">
          {isAsked && !isFirst && (
            <form method="post" action={`${address}/up`}>
              <button className="plain">
                {t('question.moveUp')}
                {name}
              </button>
            </form>
          )}
          {isAsked && !isLast && (
            <form method="post" action={`${address}/down`}>
              <button className="plain">
                {t('question.moveDown')}
                {name}
              </button>
            </form>
          )}
          {isAsked && (
            <a href={`${address}/remove`}>
              {question.answers > 0 ? t('organize.retire') : t('organize.remove')}
              {name}
            </a>
          )}
        </div>
      </td>
    </tr>
  )
}
