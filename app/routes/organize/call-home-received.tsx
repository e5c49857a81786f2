import type { HomeFigures } from './call-home.tsx'
import { LineChart } from '#app/ui/charts/line-chart.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { count } from '#app/ui/event/words.ts'
import { Leaf } from '#app/ui/leaf.tsx'
import { ScrollTable } from '#app/ui/scroll-table.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { formatDay, formatShortDay } from '#app/values/dates.ts'

/** How applications came in, day by day. */
export function CallHomeReceived({ figures: { received, submitted } }: { figures: HomeFigures }) {
  const { t, language } = usePage()
  const number = (value: number) => count(value, language)
  const [first, last] = [received[0], received.at(-1)]
  if (!first || !last)
    return (
      <Leaf id="received" title={t('callHome.receivedByDay')}>
        <Empty title={t('callHome.nobodyYet')}>
          <p>{t('callHome.nobodyYetWhy')}</p>
        </Empty>
      </Leaf>
    )
  const most = received.toSorted((one, other) => other.count - one.count)[0]!
  const ends = [{ at: 0, label: formatShortDay(first.day, language) }]
  if (received.length > 1) ends.push({ at: received.length - 1, label: formatShortDay(last.day, language) })
  return (
    <Leaf id="received" title={t('callHome.receivedByDay')}>
      <LineChart
        id="received-chart"
        title={t('callHome.receivedTitle')}
        description={t('callHome.receivedText', {
          number: number(last.total),
          day: formatDay(last.day, language),
          most: number(most.count),
          busiest: formatDay(most.day, language),
        })}
        points={received.map(({ total }, at) => ({ at, current: total, earlier: null }))}
        limit={null}
        labels={{ current: t('figures.thisEdition', { count: submitted, number: number(last.total) }), earlier: '' }}
        days={ends}
        format={number}
      >
        <details>
          <summary>{t('figures.asTable')}</summary>
          <ScrollTable labelledBy="received">
            <thead>
              <tr>
                <th scope="col">{t('figures.day')}</th>
                <th scope="col" className="num">
                  {t('callHome.onDay')}
                </th>
                <th scope="col" className="num">
                  {t('callHome.soFar')}
                </th>
              </tr>
            </thead>
            <tbody>
              {received.map(({ day, count: many, total }) => (
                <tr key={day}>
                  <th scope="row">{formatDay(day, language)}</th>
                  <td className="num">{number(many)}</td>
                  <td className="num">{number(total)}</td>
                </tr>
              ))}
            </tbody>
          </ScrollTable>
        </details>
      </LineChart>
    </Leaf>
  )
}
