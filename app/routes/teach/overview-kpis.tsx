import type { readOverview } from './overview-reading.server.ts'
import { count } from '#app/ui/event/words.ts'
import { Kpis } from '#app/ui/kpis.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { countryName, formatDay, languageName } from '#app/values/dates.ts'

type Read = Awaited<ReturnType<typeof readOverview>>

const NAMED = 3

/** How many, from where, in which languages, with how many laptops. */
export function OverviewKpis({ figures, roster }: Pick<Read, 'figures' | 'roster'>) {
  const { t, language } = usePage()
  const { participants, countries, languages, laptops } = figures
  const separator = t('common.listSeparator')
  const frozen = t(roster.frozenAt === null ? 'workshop.freezesOn' : 'workshop.frozenOn', {
    day: formatDay(roster.day, language, { year: false }),
  })
  return (
    <Kpis
      items={[
        { label: t('workshop.participants'), value: count(participants, language), detail: frozen },
        {
          label: t('workshop.countries'),
          value: count(countries.length, language),
          detail: shortened(
            countries.map((code) => countryName(code, language)),
            separator,
          ),
        },
        {
          label: t('workshop.languages'),
          value: count(languages.length, language),
          detail: shortened(
            languages.map((one) => languageName(one.language, language)),
            separator,
          ),
        },
        laptops
          ? {
              label: t('workshop.laptops'),
              value: count(laptops.yes, language),
              detail: t('workshop.laptopsOf', { of: laptops.of }),
            }
          : { label: t('workshop.laptops'), value: '–', detail: t('workshop.notAsked') },
      ]}
    />
  )
}

function shortened(names: string[], separator: string): string {
  return names.slice(0, NAMED).join(separator) + (names.length > NAMED ? '…' : '')
}
