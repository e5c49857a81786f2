import type { LabData } from './lab.tsx'
import { usePage } from '#app/ui/use-page.ts'

/** What can be done with a lab: take it along, seat people, change seats and groups. */
export function LabActs({ base, trackId, seats, unseated }: LabData & { base: string }) {
  const { t, path } = usePage()
  const query = new URLSearchParams({ track: trackId })
  if (seats.length === 0) return null
  return (
    <>
      <p className="row get">
        <b>{t('lab.download')}</b>{' '}
        {(['pdf', 'csv', 'json'] as const).map((format) => (
          <a key={format} href={path(`${base}.${format}?${query}`)}>
            {format.toUpperCase()}
          </a>
        ))}
      </p>
      <p className="row">
        <a className="btn" href={path(`${base}/new?${query}`)}>
          {t('lab.add')}
        </a>{' '}
        <a href={path(`${base}/groups?${query}`)}>{t('lab.groups')}</a>{' '}
        <a href={path(`${base}/clear?${query}`)}>{t('lab.clear')}</a>
      </p>
      <section className="flow after" aria-labelledby="unseated">
        <h2 id="unseated">{t('lab.unseated')}</h2>
        {unseated.length === 0 ? (
          <p>{t('lab.unseatedNone')}</p>
        ) : (
          <>
            <ul className="cols">
              {unseated.map(({ registrationId, fullName, latinName, group }) => (
                <li key={registrationId}>
                  <bdi>{fullName}</bdi> {latinName && <small>{latinName}</small>} {group && <b>{group}</b>}
                </li>
              ))}
            </ul>
            <form method="post" action={path(`${base}/seat?${query}`)}>
              <fieldset>
                <legend>{t('lab.seatEverybody')}</legend>
                <p className="hint">{t('lab.seatEverybodyHint')}</p>
                <p className="row">
                  <button name="by" value="list">
                    {t('lab.byList')}
                  </button>{' '}
                  <button name="by" value="group">
                    {t('lab.byGroup')}
                  </button>
                </p>
              </fieldset>
            </form>
          </>
        )}
      </section>
    </>
  )
}
