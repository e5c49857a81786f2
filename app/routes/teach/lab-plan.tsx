import type { LabData } from './lab.tsx'
import { usePage } from '#app/ui/use-page.ts'

/**
 * The room as it is seen from its front: a row of the table is a row of seats. The language does not turn it round, as it
 * does other tables: the first seat of a row stands where it stands.
 */
export function LabPlan({ base, seats }: { base: string; seats: LabData['seats'] }) {
  const { t, path, direction } = usePage()
  const columns = Math.max(...seats.map(({ gridColumn }) => gridColumn))
  const rows = [...Map.groupBy(seats, ({ gridRow }) => gridRow)].toSorted(([one], [other]) => one - other)
  return (
    <div className="scroll" role="group" aria-label={t('lab.plan')} tabIndex={0}>
      <table className="plan" dir="ltr">
        <caption dir={direction}>{t('lab.front')}</caption>
        <tbody>
          {rows.map(([row, own]) => (
            <tr key={row}>
              {Array.from({ length: columns }, (_, at) => {
                const seat = own.find(({ gridColumn }) => gridColumn === at + 1)
                if (!seat) return <td key={at} />
                const { id, label, machine, addressRange, zoneName, person } = seat
                return (
                  <td key={at} dir={direction} className={person ? 'today' : undefined}>
                    <a href={path(`${base}/seats/${id}`)}>
                      <b>
                        <bdi>{label}</bdi>
                      </b>
                    </a>{' '}
                    {person?.group && <small>{person.group}</small>}
                    <br />
                    {person ? <bdi>{person.fullName}</bdi> : <span className="mute">{t('lab.free')}</span>}
                    {person?.latinName && (
                      <>
                        <br />
                        <small>
                          <bdi>{person.latinName}</bdi>
                        </small>
                      </>
                    )}
                    {[machine, ...addressRange.split(' '), zoneName]
                      .filter((line) => line !== '')
                      .map((line) => (
                        <span key={line}>
                          <br />
                          <small>
                            <bdi dir="ltr">{line}</bdi>
                          </small>
                        </span>
                      ))}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
