import { useCallLinks } from './call-home-links.ts'
import { CallHomeTable } from './call-home-table.tsx'
import type { HomeFigures } from './call-home.tsx'
import { DotMap } from '#app/ui/charts/dot-map.tsx'
import { count } from '#app/ui/event/words.ts'
import { Leaf } from '#app/ui/leaf.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { countryName } from '#app/values/dates.ts'

const SHOWN = 10

/** Where applicants live, as circles on the world and as a list. */
export function CallHomeCountries({ countries }: { countries: HomeFigures['countries'] }) {
  const { t, language } = usePage()
  const links = useCallLinks()
  const known = countries.filter(({ value }) => value !== '')
  if (known.length === 0) return null
  const left = known.length - SHOWN
  const counts = known.map(({ value, count: people }) => ({ country: value, people }))
  const nameOf = (country: string) =>
    t('common.labelled', {
      label: countryName(country, language),
      text: count(counts.find((one) => one.country === country)!.people, language),
    })
  return (
    <Leaf id="countries" title={t('callHome.whereFrom')}>
      <div className="pair">
        <DotMap label={t('callHome.mapLabel', { count: known.length })} counts={counts} nameOf={nameOf}>
          {t('callHome.mapNote')}
        </DotMap>
        <div>
          <CallHomeTable
            head={t('figures.country')}
            all={known[0]!.count}
            rows={known.slice(0, SHOWN).map(({ value, count: many }) => ({
              key: value,
              name: countryName(value, language),
              count: many,
              to: links.applications({ state: 'submitted', country: value }),
            }))}
          />
          {left > 0 && (
            <p>
              <small>{t('callHome.moreCountries', { count: left, number: count(left, language) })}</small>
            </p>
          )}
        </div>
      </div>
    </Leaf>
  )
}
