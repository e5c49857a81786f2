import type { Attending } from '#app/participants/figures/seat-figures.server.ts'
import type { HomeFigures } from '#app/participants/figures/home-figures.server.ts'
import { count } from '#app/ui/event/words.ts'
import { isolateIn } from '#app/ui/isolate.ts'
import { type Kpi, Kpis } from '#app/ui/kpis.tsx'
import { Price } from '#app/ui/money.tsx'
import { type Page, usePage } from '#app/ui/use-page.ts'
import { formatMoney } from '#app/values/money.ts'
import { formatShare } from '#app/values/format-percent.ts'

/** The figures that everybody asks for first; what an event has nothing of is left out. */
export function OverviewKpis({ figures }: { figures: HomeFigures }) {
  const page = usePage()
  const { t, language } = page
  const { attending, money, owing, waiting, places, format } = figures
  const shown = attending.filter(
    ({ attendance, confirmed, held }) =>
      confirmed + held > 0 || format === 'hybrid' || (attendance === 'online') === (format === 'online'),
  )
  const items: Kpi[] = [
    ...shown.map((one) => attendingKpi(one, page)),
    ...(money ?? []).map(({ currency, received, refunded, waived, expected }) => ({
      label: t('figures.paid'),
      value: <Price money={{ currency, amountMinor: received + waived - refunded }} />,
      detail: t('figures.ofBilled', {
        amount: isolateIn(language, formatMoney({ currency, amountMinor: expected }, language)),
      }),
    })),
    ...(owing.orders > 0
      ? [
          {
            label: t('organize.waitingForPayment'),
            value: count(owing.orders, language),
            detail: owing.overdue > 0 ? t('figures.overdueOrders', { count: owing.overdue }) : t('figures.orders'),
          },
        ]
      : []),
    ...(waiting.people > 0
      ? [
          {
            label: t('waiting.title'),
            value: count(waiting.people, language),
            ...(waiting.offered > 0 ? { detail: t('figures.offered', { count: waiting.offered }) } : {}),
          },
        ]
      : []),
    {
      label: t('organize.economies'),
      value: count(places.countries.length, language),
      ...(places.people > 0
        ? { detail: t('figures.lowIncomeShare', { share: formatShare(places.lowIncome, places.people, language) }) }
        : {}),
    },
  ]
  return <Kpis items={items} />
}

function attendingKpi({ attendance, confirmed, recent, size }: Attending, { t, language }: Page): Kpi {
  const week = t('figures.newThisWeek', { count: recent })
  return {
    label: t(attendance === 'onsite' ? 'figures.onsite' : 'figures.online'),
    value: count(confirmed, language),
    detail: size ? `${t('figures.ofSize', { size: count(size, language) })} · ${week}` : week,
  }
}
