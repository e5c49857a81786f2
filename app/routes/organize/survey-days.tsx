import type { ShownCourse } from './survey-reading.server.ts'
import { decimal } from './survey-words.ts'
import { LineChart } from '#app/ui/charts/line-chart.tsx'
import { isolate } from '#app/ui/isolate.ts'
import { Leaf } from '#app/ui/leaf.tsx'
import { ScrollTable } from '#app/ui/scroll-table.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { formatDay, formatShortDay } from '#app/values/dates.ts'

/** How a daily question was answered from day to day, as a line and as a table. */
export function SurveyDays({ course: { label, points } }: { course: ShownCourse }) {
  const { t, language } = usePage()
  return (
    <Leaf id="days" title={t('survey.result.overDays')}>
      <LineChart
        id="days-chart"
        title={t('survey.result.overDays')}
        description={t('survey.result.overDaysText', { question: isolate(label) })}
        points={points.map(({ mean }, at) => ({ at, current: mean, earlier: null }))}
        limit={null}
        labels={{ current: '', earlier: '' }}
        days={points.map(({ day }, at) => ({ at, label: formatShortDay(day, language) }))}
        format={String}
      >
        <ScrollTable label={t('survey.result.overDays')}>
          <thead>
            <tr>
              <th scope="col">{t('survey.result.day')}</th>
              <th scope="col" className="num">
                {t('survey.answers')}
              </th>
              <th scope="col" className="num">
                {t('survey.result.meanColumn')}
              </th>
            </tr>
          </thead>
          <tbody>
            {points.map(({ day, mean, answered }) => (
              <tr key={day}>
                <th scope="row">{formatDay(day, language, { weekday: true })}</th>
                <td className="num">{answered ?? t('survey.result.few')}</td>
                <td className="num">{mean !== null && decimal(mean, language)}</td>
              </tr>
            ))}
          </tbody>
        </ScrollTable>
      </LineChart>
    </Leaf>
  )
}
