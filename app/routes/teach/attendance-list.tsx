import type { AttendanceData } from './attendance.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { usePage } from '#app/ui/use-page.ts'

const CHOICES = ['present', 'absent', 'excused', 'none'] as const

interface Props extends AttendanceData {
  slot: NonNullable<AttendanceData['slot']>
  list: NonNullable<AttendanceData['list']>
  addressOf: (more: Record<string, string>) => string
}

/** One choice per person, large enough for a thumb; what a form showed goes with it, so that only what one changed is kept. */
export function AttendanceList({ frame, slot, list, cursor, everybody, search, addressOf }: Props) {
  const { t, path } = usePage()
  const { rows, counts, total } = list
  if (total === 0)
    return (
      <Empty title={t(search ? 'attendance.nobodyFound' : 'attendance.nobody')} level="h2">
        <p>{t(search ? 'attendance.nobodyFoundWhy' : 'attendance.nobodyWhy')}</p>
      </Empty>
    )
  const hasTracks = new Set(rows.map(({ track }) => track)).size > 1
  return (
    <form method="post" className="flow" action={path(`/teach/${frame.event.slug}/attendance`)}>
      <input type="hidden" name="slot" value={slot.key} />
      <h2>
        <bdi>{slot.title}</bdi>
      </h2>
      <p>{t('attendance.counts', { ...counts, count: total })}</p>
      {everybody ? (
        <p role="status">{t('attendance.everybodyTicked')}</p>
      ) : (
        counts.none > 0 && (
          <p>
            <a className="btn" href={addressOf({ all: 'present', ...cursor })}>
              {t('attendance.everybody')}
            </a>
          </p>
        )
      )}
      <ul role="list" className="flow">
        {rows.map(({ registrationId, fullName, latinName, track, state }) => {
          const chosen = everybody && state === 'none' ? 'present' : state
          return (
            <li key={registrationId}>
              <fieldset>
                <legend>
                  <bdi>{fullName}</bdi>
                  {latinName && (
                    <small>
                      {' '}
                      <bdi>{latinName}</bdi>
                    </small>
                  )}
                  {hasTracks && track && (
                    <small className="mute">
                      {' '}
                      <bdi>{track}</bdi>
                    </small>
                  )}
                </legend>
                <input type="hidden" name="people" value={registrationId} />
                <input type="hidden" name={`was-${registrationId}`} value={state} />
                <div className="row">
                  {CHOICES.map((one) => (
                    <label key={one} className="check">
                      <input
                        type="radio"
                        name={`state-${registrationId}`}
                        value={one}
                        defaultChecked={one === chosen}
                      />
                      {t(`attendance.states.${one}`)}
                    </label>
                  ))}
                </div>
              </fieldset>
            </li>
          )
        })}
      </ul>
      <p className="row after">
        <button className="go">{t('attendance.save')}</button>
      </p>
    </form>
  )
}
