import { useDesk } from './desk.ts'
import type { HomeFigures } from '#app/participants/figures/home-figures.server.ts'
import { LineChart } from '#app/ui/charts/line-chart.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { count } from '#app/ui/event/words.ts'
import { Leaf } from '#app/ui/leaf.tsx'
import { ScrollTable } from '#app/ui/scroll-table.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { formatDay, formatShortDay } from '#app/values/dates.ts'

/** How registrations have grown, beside the edition before; both read so many days before the event. */
export function OverviewCourse({ figures }: { figures: HomeFigures }) {
  const { course, earlier, attending, format, city } = figures
  const { t, language, path } = usePage()
  const { slug } = useDesk()
  const now = course.findLast(({ current }) => current !== null)
  const last = course.at(-1)
  const number = (value: number) => count(value, language)
  const size = attending.find(({ attendance }) => attendance === (format === 'online' ? 'online' : 'onsite'))?.size
  if (!now || !last)
    return (
      <Leaf id="course" title={t('figures.course')}>
        <Empty title={t('figures.nobodyYet')}>
          <p>{t('figures.nobodyYetWhy')}</p>
          <p>
            <a href={path(`/events/${slug}`)}>{t('organize.publicPage')}</a>
          </p>
        </Empty>
      </Leaf>
    )
  const ours = t('figures.thisEdition', { count: now.current!, number: number(now.current!) })
  const theirs = earlier ? t('figures.earlierEdition', { number: number(last.earlier!), year: earlier.year }) : ''
  const seats =
    size &&
    (city && format !== 'online'
      ? t('figures.seatsIn', { number: number(size), city })
      : t('figures.seatsInAll', { number: number(size) }))
  const description = [
    t('figures.courseNow', { count: now.current!, number: number(now.current!), day: formatDay(now.day, language) }),
    earlier && t('figures.courseEarlier', { number: number(now.earlier!), year: earlier.year }),
    seats,
  ]
  return (
    <Leaf id="course" title={t('figures.course')}>
      <LineChart
        id="course-chart"
        title={t('figures.courseTitle')}
        description={description.filter(Boolean).join(' ')}
        points={course}
        limit={size ? { value: size, label: seats || '' } : null}
        labels={{ current: ours, earlier: theirs }}
        days={[
          { at: course[0]!.at, label: formatShortDay(course[0]!.day, language) },
          {
            at: now.at,
            label: now.at === last.at ? formatShortDay(now.day, language) : t('figures.today'),
            isNow: true,
          },
          { at: last.at, label: formatShortDay(last.day, language) },
        ].filter(({ at, isNow }) => isNow || at !== now.at)}
        format={number}
      >
        <details>
          <summary>{t('figures.asTable')}</summary>
          <ScrollTable labelledBy="course">
            <thead>
              <tr>
                <th scope="col">{t('figures.day')}</th>
                <th scope="col" className="num">
                  {t('figures.daysBefore')}
                </th>
                <th scope="col" className="num">
                  {t('figures.registered')}
                </th>
                {earlier && (
                  <th scope="col" className="num">
                    {earlier.year}
                  </th>
                )}
              </tr>
            </thead>
            <tbody>
              {course.map((step) => (
                <tr key={step.at}>
                  <th scope="row">{formatDay(step.day, language)}</th>
                  <td className="num">{-step.at}</td>
                  <td className="num">{step.current === null ? '–' : number(step.current)}</td>
                  {earlier && <td className="num">{number(step.earlier!)}</td>}
                </tr>
              ))}
            </tbody>
          </ScrollTable>
        </details>
      </LineChart>
    </Leaf>
  )
}
