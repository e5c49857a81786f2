import { answerText } from '#app/participants/answer-text.ts'
import type { Participant } from '#app/participants/participants.ts'
import type { VisibleQuestion } from '#app/participants/queries.server.ts'
import type { Reader } from '#app/participants/visible-fields.ts'
import { usePage } from '#app/ui/use-page.ts'
import { countryName, languageName } from '#app/values/dates.ts'

interface Shown {
  rows: (Omit<Participant, 'email' | 'code' | 'sortKey'> & { email: string | null })[]
  tracks: { id: string; code: string }[]
  ticketTypes: { id: string; name: string }[]
  questions: VisibleQuestion[]
  reader: Reader
}

/** The people of one page: the native form of a name first, the Latin one under it. */
export function ParticipantsTable({ rows, tracks, ticketTypes, questions, reader }: Shown) {
  const { t, language } = usePage()
  const words = { yes: t('teach.yes'), no: t('teach.no'), countryName: (code: string) => countryName(code, language) }
  return (
    <div className="scroll" role="group" aria-label={t('teach.participants')} tabIndex={0}>
      <table className="grid">
        <thead>
          <tr>
            <th scope="col">{t('teach.name')}</th>
            <th scope="col" className="more">
              {t('teach.whence')}
            </th>
            <th scope="col">{tracks.length > 0 ? t('teach.track') : t('teach.ticket')}</th>
            <th scope="col" className="more">
              {t('teach.language')}
            </th>
            {questions.map((question) => (
              <th key={question.id} scope="col" className="more">
                <bdi>{question.label}</bdi>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.registrationId}>
              <th scope="row">
                <bdi>{row.fullName}</bdi>
                {row.latinName && (
                  <>
                    <br />
                    <small>
                      <bdi>{row.latinName}</bdi>
                    </small>
                  </>
                )}
                {reader === 'organizer' && row.email && (
                  <>
                    <br />
                    <small>
                      <bdi>{row.email}</bdi>
                    </small>
                  </>
                )}
              </th>
              <td className="more">
                {row.country && countryName(row.country, language)}
                {row.affiliation && (
                  <>
                    <br />
                    <small>
                      <bdi>{row.affiliation}</bdi>
                    </small>
                  </>
                )}
              </td>
              <td>
                <bdi>
                  {tracks.find(({ id }) => id === row.trackId)?.code ??
                    ticketTypes.find(({ id }) => id === row.ticketTypeId)?.name}
                </bdi>
              </td>
              <td className="more">{row.language && languageName(row.language, language)}</td>
              {questions.map((question) => (
                <td key={question.id} className="more">
                  <bdi>{answerText(question, row.answers[question.id], words, row.asked[question.id])}</bdi>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
