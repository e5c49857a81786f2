import { CallHomeTable } from './call-home-table.tsx'
import { useCallLinks } from './call-home-links.ts'
import type { HomeFigures } from './call-home.tsx'
import { BarMeter } from '#app/ui/charts/bar-meter.tsx'
import { count } from '#app/ui/event/words.ts'
import { Leaf } from '#app/ui/leaf.tsx'
import { ScrollTable } from '#app/ui/scroll-table.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { languageName } from '#app/values/dates.ts'

const WISHES = ['first', 'second', 'third'] as const

/** Where applications stand, what they wish for, and where they come from; each number leads to who it counts. */
export function CallHomeCounts({ figures }: { figures: HomeFigures }) {
  const { t, language } = usePage()
  const links = useCallLinks()
  const all = figures.submitted + figures.drafts + figures.withdrawn
  if (all === 0) return null
  const { channels, languages, submitted } = figures
  return (
    <>
      {figures.choices.length > 1 && <Wishes figures={figures} />}
      <Leaf id="who" title={t('callHome.who')}>
        <div className="cols">
          <CallHomeTable
            head={t('callHome.standing')}
            all={all}
            rows={[
              ['complete', submitted - figures.incomplete, { state: 'submitted', complete: 'complete' }],
              ['incomplete', figures.incomplete, { state: 'submitted', complete: 'incomplete' }],
              ['drafts', figures.drafts, { state: 'draft' }],
              ['withdrawn', figures.withdrawn, { state: 'withdrawn' }],
              ['ineligible', figures.ineligible, { state: 'submitted', eligibility: 'ineligible' }],
            ].map(([code, many, filter]) => ({
              key: code as string,
              name: t(`callHome.standings.${code as 'drafts'}`),
              count: many as number,
              to: links.applications(filter as Record<string, string>),
            }))}
          />
          <CallHomeTable
            head={t('callHome.channel')}
            all={submitted}
            rows={channels.map(({ value, count: many }) => ({
              key: value,
              name: t(`callHome.channels.${value as 'web'}`),
              count: many,
              to: null,
            }))}
          />
          <CallHomeTable
            head={t('figures.language')}
            all={submitted}
            rows={languages.map(({ value, count: many }) => ({
              key: value,
              name: <bdi>{languageName(value, language)}</bdi>,
              count: many,
              to: links.applications({ state: 'submitted', language: value }),
            }))}
          />
        </div>
      </Leaf>
    </>
  )
}

/** What was wished for first, second and third, beside the seats there are. */
function Wishes({ figures }: { figures: HomeFigures }) {
  const { t, language } = usePage()
  const links = useCallLinks()
  const number = (value: number) => count(value, language)
  const most = Math.max(1, ...figures.choices.map(({ wishes }) => wishes[0]!))
  return (
    <Leaf id="wishes" title={t('callHome.wishes')}>
      <ScrollTable labelledBy="wishes">
        <thead>
          <tr>
            <th scope="col">{t('callHome.choice')}</th>
            {WISHES.map((wish) => (
              <th key={wish} scope="col" className="num">
                {t(`callHome.wish.${wish}`)}
              </th>
            ))}
            <th scope="col" className="num">
              {t('callHome.seats')}
            </th>
            <th scope="col" className="bar">
              <span className="vh">{t('figures.share')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {figures.choices.map(({ id, code, name, wishes, seats }) => (
            <tr key={id}>
              <th scope="row">
                <a href={links.applications({ state: 'submitted', choice: code })}>
                  <bdi>{code}</bdi> <bdi>{name}</bdi>
                </a>
              </th>
              {wishes.map((many, at) => (
                <td key={at} className="num">
                  {number(many)}
                </td>
              ))}
              <td className="num">{seats === null ? '–' : number(seats)}</td>
              <td className="bar">
                <BarMeter value={wishes[0]!} most={most} />
              </td>
            </tr>
          ))}
        </tbody>
      </ScrollTable>
    </Leaf>
  )
}
