import type { AttendanceOverviewData } from './attendance.tsx'
import { useDesk } from './desk.ts'
import { CONFLICTS_PAGE } from '#app/attendance/overview/conflicts-page.ts'
import { pageCount } from '#app/participants/paging.ts'
import { Leaf } from '#app/ui/leaf.tsx'
import { Moment } from '#app/ui/moment.tsx'
import { Pages } from '#app/ui/pages.tsx'
import { ScrollTable } from '#app/ui/scroll-table.tsx'
import { usePage } from '#app/ui/use-page.ts'

type Shown = Pick<AttendanceOverviewData, 'conflicts' | 'total' | 'page' | 'isSeen' | 'slots'>

/** What two marks say differently, or a device could not know. The newest mark holds; a person says that it may. */
export function AttendanceConflicts({ conflicts, total, page, isSeen, slots }: Shown) {
  const { slug, zone } = useDesk()
  const { t, path } = usePage()
  const base = `/organize/${slug}/attendance`
  const mark = ({ state, at, by, where }: { state: string; at: string; by: string | null; where: string }) => (
    <>
      {t(`attendance.marked.${state as 'present'}`)}
      <br />
      <small>
        <Moment at={at} zone={zone} />
        {by && (
          <>
            {' '}
            · <bdi>{by}</bdi>
          </>
        )}
        {where && (
          <>
            {' '}
            · <bdi>{where}</bdi>
          </>
        )}
      </small>
    </>
  )
  return (
    <Leaf id="conflicts" title={t('attendance.conflicts.title')} isWide>
      <p>
        {total === 0
          ? t('attendance.conflicts.none')
          : t(isSeen ? 'attendance.conflicts.seenLead' : 'attendance.conflicts.lead', { count: total })}{' '}
        <a href={path(isSeen ? base : `${base}?show=seen`)}>
          {t(isSeen ? 'attendance.conflicts.open' : 'attendance.conflicts.showSeen')}
        </a>
      </p>
      {conflicts.length > 0 && (
        <ScrollTable labelledBy="conflicts">
          <thead>
            <tr>
              <th scope="col">{t('attendance.columns.name')}</th>
              <th scope="col">{t('attendance.conflicts.what')}</th>
              <th scope="col">{t('attendance.conflicts.holds')}</th>
              <th scope="col">{t('attendance.conflicts.other')}</th>
              <th scope="col">{t('attendance.conflicts.seen')}</th>
            </tr>
          </thead>
          <tbody>
            {conflicts.map((one) => (
              <tr key={one.id}>
                <th scope="row">
                  <a href={path(`/organize/${slug}/registrations/${one.registrationId}`)}>
                    <bdi>{one.fullName}</bdi>
                  </a>
                  <br />
                  <small>
                    <bdi>{slots.find(({ key }) => key === one.slot)?.title ?? one.slot}</bdi>
                  </small>
                </th>
                <td>{t(`attendance.conflicts.kinds.${one.kind}`)}</td>
                <td>{mark(one)}</td>
                <td>{one.other && mark(one.other)}</td>
                <td>
                  {one.seenAt ? (
                    <bdi>{one.seenBy}</bdi>
                  ) : (
                    <form method="post" action={path(`${base}/conflicts/${one.id}`)}>
                      <button>{t('attendance.conflicts.see')}</button>
                    </form>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </ScrollTable>
      )}
      <Pages
        page={page}
        pageCount={pageCount(total, CONFLICTS_PAGE)}
        addressOf={(number) =>
          path(`${base}?${new URLSearchParams({ ...(isSeen ? { show: 'seen' } : {}), page: String(number) })}`)
        }
      />
    </Leaf>
  )
}
