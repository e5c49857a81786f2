import type { ReactNode } from 'react'
import type { SkillsData } from './skills.tsx'
import { BarMeter } from '#app/ui/charts/bar-meter.tsx'
import { Leaf } from '#app/ui/leaf.tsx'
import { ScrollTable } from '#app/ui/scroll-table.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { languageName } from '#app/values/dates.ts'

/** How many said what: a table with bars for each skill, the laptops, and the languages, each a link to who reads it. */
export function SkillFigures({ totals, laptops, languages, total, base, trackId }: SkillsData & { base: string }) {
  const { t, language, path } = usePage()
  const spoken = (code: string) =>
    path(`${base}/participants?${new URLSearchParams({ ...(trackId ? { track: trackId } : {}), language: code })}`)
  return (
    <>
      {laptops && (
        <Leaf id="laptops" title={t('list.skills.laptops')}>
          <p>
            {t('list.skills.brings', { count: laptops.brings })}, {t('list.skills.needs', { count: laptops.needs })},{' '}
            {t('list.skills.unknown', { count: laptops.unknown })}.
          </p>
        </Leaf>
      )}
      {languages.length > 0 && (
        <Leaf id="languages" title={t('list.skills.languages')}>
          <Bars
            labelledBy="languages"
            head={t('list.fields.language')}
            most={total}
            rows={languages.map((one) => ({
              key: one.language,
              label: <a href={spoken(one.language)}>{languageName(one.language, language)}</a>,
              people: one.people,
            }))}
          />
        </Leaf>
      )}
      {totals.length > 0 && (
        <Leaf id="totals" title={t('list.skills.totals')} isWide>
          {totals.map(({ key, label, from, answers }, at) => (
            <section key={key} aria-labelledby={`skill-${at}`}>
              <h3 id={`skill-${at}`}>
                <bdi>{label}</bdi> <small>{t(`list.skills.from.${from}`)}</small>
              </h3>
              <Bars
                labelledBy={`skill-${at}`}
                head={t('list.skills.answer')}
                most={total}
                rows={answers.map((answer) => ({
                  key: answer.value,
                  label: <bdi>{answer.label}</bdi>,
                  people: answer.people,
                }))}
              />
            </section>
          ))}
        </Leaf>
      )}
    </>
  )
}

function Bars({
  labelledBy,
  head,
  most,
  rows,
}: {
  labelledBy: string
  head: string
  most: number
  rows: { key: string; label: ReactNode; people: number }[]
}) {
  const { t } = usePage()
  return (
    <ScrollTable labelledBy={labelledBy}>
      <thead>
        <tr>
          <th scope="col">{head}</th>
          <th scope="col" className="num">
            {t('list.skills.people')}
          </th>
          <td />
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, label, people }) => (
          <tr key={key}>
            <th scope="row">{label}</th>
            <td className="num">{people}</td>
            <td className="bar">
              <BarMeter value={people} most={most} />
            </td>
          </tr>
        ))}
      </tbody>
    </ScrollTable>
  )
}
