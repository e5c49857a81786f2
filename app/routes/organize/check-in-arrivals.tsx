import type { CheckInData } from './check-in.tsx'
import { Kpis } from '#app/ui/kpis.tsx'
import { Leaf } from '#app/ui/leaf.tsx'
import { ScrollTable } from '#app/ui/scroll-table.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { formatShortDay } from '#app/values/dates.ts'

/** How many have come, of how many, and when. */
export function CheckInArrivals({ arrivals: { arrived, expected, hours } }: Pick<CheckInData, 'arrivals'>) {
  const { t, language } = usePage()
  return (
    <Leaf id="arrivals" title={t('checkIn.arrivals')} isWide>
      <Kpis
        items={[
          { label: t('checkIn.arrived'), value: arrived, detail: t('checkIn.ofExpected', { count: expected }) },
          { label: t('checkIn.missing'), value: Math.max(0, expected - arrived) },
        ]}
      />
      {hours.length > 0 && (
        <ScrollTable label={t('checkIn.byHour')}>
          <thead>
            <tr>
              <th scope="col">{t('checkIn.byHour')}</th>
              <th scope="col" className="num">
                {t('checkIn.arrived')}
              </th>
            </tr>
          </thead>
          <tbody>
            {hours.map(({ day, hour, count }) => (
              <tr key={day + hour}>
                <th scope="row">
                  {formatShortDay(day, language)}, {hour}
                </th>
                <td className="num">{count}</td>
              </tr>
            ))}
          </tbody>
        </ScrollTable>
      )}
    </Leaf>
  )
}
