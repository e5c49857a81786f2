import type { ParticipantsData } from './participants.tsx'
import { Note } from '#app/ui/note.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { formatDay } from '#app/values/dates.ts'

/** Who waits for a seat: their number for all who teach, their names for who organizes. */
export function WaitingParties({ waiting, parties }: ParticipantsData) {
  const { t, language } = usePage()
  if (parties === null || parties.rows.length === 0) {
    return (
      <Note>
        <p>{t('list.waitingCount', { count: waiting })}</p>
      </Note>
    )
  }
  return (
    <div className="scroll" role="group" aria-label={t('list.waitingTitle')} tabIndex={0}>
      <table className="grid">
        <caption>{t('list.waitingNames')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('list.fields.fullName')}</th>
            <th scope="col">{t('list.party')}</th>
            <th scope="col">{t('list.since')}</th>
          </tr>
        </thead>
        <tbody>
          {parties.rows.map(({ id, fullName, latinName, partySize, joinedAt }) => (
            <tr key={id}>
              <th scope="row">
                <bdi>{fullName}</bdi>
                {latinName && (
                  <>
                    <br />
                    <small>
                      <bdi>{latinName}</bdi>
                    </small>
                  </>
                )}
              </th>
              <td>{t('list.waitingPeople', { count: partySize })}</td>
              <td>{formatDay(joinedAt.slice(0, 10), language)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
