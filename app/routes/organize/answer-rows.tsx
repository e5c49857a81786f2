import { useDesk } from './desk.ts'
import { answerText } from '#app/participants/answer-text.ts'
import type { AnswerRow } from '#app/participants/answer-queries.server.ts'
import { askedWords } from '#app/registrations/questions/freeze-answer.ts'
import type { FoundQuestion } from '#app/registrations/questions/find-question.server.ts'
import { kilobytes } from '#app/ui/file-field.tsx'
import { Moment } from '#app/ui/moment.tsx'
import { ScrollTable } from '#app/ui/scroll-table.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { countryName, formatDay } from '#app/values/dates.ts'
import { wallClock } from '#app/values/moment.ts'

/** Who answered what, and in which words it was asked where those have changed since. */
export function AnswerRows({
  question,
  rows,
}: {
  question: Pick<FoundQuestion, 'id' | 'kind' | 'options' | 'label' | 'version'>
  rows: AnswerRow[]
}) {
  const { t } = usePage()
  return (
    <ScrollTable label={t('question.answersTo')}>
      <thead>
        <tr>
          <th scope="col">{t('question.person')}</th>
          <th scope="col">{t('question.answer')}</th>
          <th scope="col" className="more">
            {t('question.answeredAt')}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={row.registrationId} row={row} question={question} />
        ))}
      </tbody>
    </ScrollTable>
  )
}

function Row({
  row,
  question,
}: {
  row: AnswerRow
  question: Pick<FoundQuestion, 'id' | 'kind' | 'options' | 'label' | 'version'>
}) {
  const { slug, zone } = useDesk()
  const { t, language, path } = usePage()
  const words = {
    yes: t('register.yes'),
    no: t('register.no'),
    countryName: (code: string) => countryName(code, language),
  }
  const asked = askedWords(row.asked)
  const isOtherwise = row.questionVersion !== question.version && asked !== null && asked.label !== question.label
  return (
    <tr>
      <th scope="row">
        <bdi>{row.fullName}</bdi>
        <br />
        <small>
          {row.latinName && <bdi>{row.latinName} · </bdi>}
          <bdi>{row.code}</bdi>
        </small>
      </th>
      <td>
        {row.erasedAt !== null ? (
          <small>{t('question.erasedAnswer', { day: formatDay(wallClock(row.erasedAt, zone).day, language) })}</small>
        ) : question.kind === 'file' ? (
          <a href={path(`/organize/${slug}/questions/${question.id}/answers/${row.registrationId}`)} download>
            <bdi>{row.fileName}</bdi> <small>{t('question.fileSize', { size: kilobytes(row.byteCount ?? 0) })}</small>
          </a>
        ) : (
          <bdi>{answerText(question, row.value, words, row.asked)}</bdi>
        )}
        {isOtherwise && (
          <>
            <br />
            <small lang={asked.language}>{t('question.otherWords', { question: asked.label })}</small>
          </>
        )}
      </td>
      <td className="more">{row.answeredAt && <Moment at={row.answeredAt} zone={zone} />}</td>
    </tr>
  )
}
