import { useDesk } from './desk.ts'
import type { HomeFigures } from '#app/participants/figures/home-figures.server.ts'
import { BarMeter } from '#app/ui/charts/bar-meter.tsx'
import { DotMap } from '#app/ui/charts/dot-map.tsx'
import { count } from '#app/ui/event/words.ts'
import { Leaf } from '#app/ui/leaf.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { countryName } from '#app/values/dates.ts'

const SHOWN = 8

/** Where people live, as circles on the world and as a list. */
export function OverviewCountries({ places: { countries, unknown } }: { places: HomeFigures['places'] }) {
  const { slug } = useDesk()
  const { t, language, path } = usePage()
  if (countries.length === 0) return null
  const name = (code: string) => countryName(code, language)
  const number = (value: number) => count(value, language)
  const most = countries[0]!.people
  return (
    <Leaf id="countries" title={t('figures.countries')}>
      <div className="pair">
        <DotMap
          label={t('figures.mapLabel', { count: countries.length })}
          counts={countries}
          nameOf={(code) =>
            t('common.labelled', {
              label: name(code),
              text: number(countries.find((one) => one.country === code)!.people),
            })
          }
        >
          {t('figures.mapNote')}
        </DotMap>
        <div>
          <table>
            <thead>
              <tr>
                <th scope="col">{t('figures.country')}</th>
                <th scope="col" className="num">
                  {t('figures.people')}
                </th>
                <th scope="col" className="bar">
                  <span className="vh">{t('figures.share')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {countries.slice(0, SHOWN).map(({ country, people }) => (
                <tr key={country}>
                  <th scope="row">{name(country)}</th>
                  <td className="num">{number(people)}</td>
                  <td className="bar">
                    <BarMeter value={people} most={most} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          <p className="after noprint">
            {unknown > 0 && <small>{t('figures.countryUnknown', { count: unknown })} </small>}
            {countries.length > SHOWN && (
              <a href={path(`/organize/${slug}/report#countries`)}>
                {t('figures.allCountries', { count: countries.length })}
              </a>
            )}
          </p>
        </div>
      </div>
    </Leaf>
  )
}
