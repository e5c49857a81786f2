import { useDesk } from './desk.ts'
import type { ProgrammeDesk } from '#app/programme/conflicts/programme-desk.server.ts'
import { usePage } from '#app/ui/use-page.ts'
import { formatDay } from '#app/values/dates.ts'

/** The ways to look at it: as a list or a grid, a day or all of them. */
export function ProgrammeViews({ desk, isGrid }: { desk: ProgrammeDesk; isGrid: boolean }) {
  const { slug } = useDesk()
  const { t, language, path } = usePage()
  const address = (view: boolean, day: string | null) => {
    const query = new URLSearchParams({ ...(view && { view: 'grid' }), ...(day && { day }) })
    return path(`/organize/${slug}/programme${query.size > 0 ? `?${query}` : ''}`)
  }
  return (
    <div className="filt noprint">
      <nav aria-label={t('session.view')}>
        <ul role="list" className="row">
          {[false, true].map((view) => (
            <li key={String(view)}>
              <a href={address(view, desk.day)} aria-current={view === isGrid ? 'true' : undefined}>
                {view === isGrid ? <b>{t(NAMES[Number(view)]!)}</b> : t(NAMES[Number(view)]!)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {desk.days.length > 1 && (
        <nav aria-label={t('event.programme.days')}>
          <ul role="list" className="row">
            {desk.isWhole && (
              <li>
                <a href={address(isGrid, null)} aria-current={desk.day === null ? 'true' : undefined}>
                  {desk.day === null ? <b>{t('session.allDays')}</b> : t('session.allDays')}
                </a>
              </li>
            )}
            {desk.days.map(({ day }) => {
              const name = formatDay(day, language, { year: false })
              return (
                <li key={day}>
                  <a href={address(isGrid, day)} aria-current={day === desk.day ? 'true' : undefined}>
                    {day === desk.day ? <b>{name}</b> : name}
                  </a>
                </li>
              )
            })}
          </ul>
        </nav>
      )}
    </div>
  )
}

const NAMES = ['session.list', 'session.grid'] as const
