import type { Translate } from '#app/locales/translate.ts'
import type { ReportFigures } from '#app/participants/figures/report-figures.server.ts'
import { shareOf, type ToldShare } from '#app/participants/figures/small-numbers.ts'
import { count } from '#app/ui/event/words.ts'
import { isolateIn } from '#app/ui/isolate.ts'
import { countryName, languageName } from '#app/values/dates.ts'
import { formatPercent } from '#app/values/format-percent.ts'
import { formatMoney, type Money, plainAmount } from '#app/values/money.ts'

/** What stands in a row: a number of people or things, an amount, words, or nothing. */
export type Cell = number | Money | string | null

export interface ReportRow {
  label: string
  now: Cell
  /** Of the edition before; left out where there is none. */
  before?: Cell
}

export interface ReportSection {
  id: 'people' | 'women' | 'countries' | 'institutions' | 'tracks' | 'languages' | 'programme' | 'money' | 'funds'
  title: string
  rows: ReportRow[]
  note?: string
  /** Names that belong to the section. */
  names?: string[]
}

/** The report as rows of both editions: the page and the file say the same. */
export function reportSections(
  now: ReportFigures,
  before: ReportFigures | null,
  t: Translate,
  language: string,
): ReportSection[] {
  const row = (label: string, of: (figures: ReportFigures) => Cell): ReportRow => ({
    label,
    now: of(now),
    ...(before ? { before: of(before) } : {}),
  })
  const women = (of: (told: ToldShare | string) => Cell) => (figures: ReportFigures) => of(figures.women)
  const sections: (ReportSection | false)[] = [
    {
      id: 'people',
      title: t('figures.report.people'),
      rows: [
        row(t('figures.confirmed'), ({ confirmed }) => confirmed),
        row(t('figures.report.onsite'), ({ onsite }) => onsite),
        row(t('figures.report.online'), ({ online }) => online),
        row(t('organize.waitingForPayment'), ({ held }) => held),
        row(t('organize.cancelled'), ({ cancelled }) => cancelled),
        row(t('figures.report.firstTimers'), ({ firstTimers }) => firstTimers && firstTimers.firstTimers),
        row(t('figures.report.attended'), () => null),
      ],
      note: t('figures.report.noAttendance'),
    },
    {
      id: 'women',
      title: t('figures.report.women'),
      rows: [
        row(
          t('figures.report.women'),
          women((told) => womenCell(told, t, language)),
        ),
        row(
          t('figures.report.answered'),
          women((told) => (typeof told === 'string' ? null : told.whole)),
        ),
      ],
      note: now.women === 'not-asked' ? t('figures.report.womenNotAsked') : t('figures.report.womenNote'),
    },
    {
      id: 'countries',
      title: t('figures.report.countries'),
      rows: [
        row(t('organize.economies'), ({ countries }) => countries.length),
        row(t('figures.report.lowIncome'), ({ lowIncome }) => lowIncome),
        ...now.countries.map(({ country }) =>
          row(
            countryName(country, language),
            ({ countries }) => countries.find((one) => one.country === country)?.people ?? 0,
          ),
        ),
        ...(now.unknown > 0 ? [row(t('figures.report.countryUnknown'), ({ unknown }) => unknown)] : []),
      ],
    },
    {
      id: 'institutions',
      title: t('figures.report.institutions'),
      rows: [row(t('figures.report.institutions'), ({ institutions }) => institutions.length)],
      names: now.institutions,
    },
    now.tracks.length > 0 && {
      id: 'tracks',
      title: t('organize.tracks'),
      rows: now.tracks.map(({ code, title, people, seats }) => ({
        label: title ? t('common.labelled', { label: code, text: title }) : code,
        now:
          seats === null
            ? people
            : t('organize.takenOf', { taken: count(people, language), size: count(seats, language) }),
        ...(before ? { before: before.tracks.find((track) => track.code === code)?.people ?? null } : {}),
      })),
    },
    {
      id: 'languages',
      title: t('figures.report.languages'),
      rows: now.languages.map(({ language: code }) =>
        row(
          languageName(code, language),
          ({ languages }) => languages.find((one) => one.language === code)?.people ?? 0,
        ),
      ),
      note: t('figures.report.languagesNote'),
    },
    {
      id: 'programme',
      title: t('programme.title'),
      rows: [
        row(t('workspace.sessions'), ({ sessions }) => sessions),
        row(t('figures.report.instructors'), ({ instructors }) => instructors),
      ],
    },
    ...moneySections(now, before, t),
  ]
  return sections.filter((section) => section !== false)
}

const PARTS = ['expected', 'received', 'waived', 'due', 'overpaid', 'refunded'] as const

function moneySections(now: ReportFigures, before: ReportFigures | null, t: Translate): ReportSection[] {
  if (!now.money) return []
  const amountOf = (figures: ReportFigures | null, currency: string, part: (typeof PARTS)[number]): Money | null => {
    const own = figures?.money?.find((money) => money.currency === currency)
    return own ? { currency, amountMinor: own[part] } : null
  }
  const funds = now.funds ?? []
  return [
    {
      id: 'money' as const,
      title: t('figures.money'),
      rows: now.money.flatMap(({ currency }) =>
        PARTS.map((part) => ({
          label: t('common.labelled', { label: currency, text: t(`figures.moneyParts.${part}`) }),
          now: amountOf(now, currency, part),
          ...(before ? { before: amountOf(before, currency, part) } : {}),
        })),
      ),
    },
    {
      id: 'funds' as const,
      title: t('figures.report.funds'),
      rows: funds.map(({ fund, currency, received, refunded, count: payments }) => ({
        label: t('figures.report.fund', { fund: fund || t('figures.report.noFund'), count: payments }),
        now: { currency, amountMinor: received - refunded },
      })),
      ...(funds.length === 0 ? { note: t('figures.report.noFunds') } : {}),
    },
  ].filter(({ rows }) => rows.length > 0 || now.money!.length > 0)
}

function womenCell(told: ToldShare | string, t: Translate, language: string): Cell {
  if (told === 'not-asked') return t('figures.report.notAsked')
  if (typeof told === 'string') return t('figures.report.tooFew')
  if (told.part.is === 'few') return t('figures.report.few')
  if (told.part.is === 'most') return t('figures.report.most')
  return t('figures.report.share', {
    number: count(told.part.count, language),
    share: formatPercent(Math.round(shareOf(told)! / 100) * 100, language),
  })
}

/** A cell as a reader reads it. */
export function shownCell(cell: Cell | undefined, language: string): string {
  if (cell === null || cell === undefined) return '–'
  if (typeof cell === 'number') return count(cell, language)
  return typeof cell === 'string' ? cell : isolateIn(language, formatMoney(cell, language, true))
}

/** A cell for a file: a number without separators, an amount without its currency. */
export function plainCell(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return ''
  if (typeof cell === 'number') return String(cell)
  return typeof cell === 'string' ? cell : plainAmount(cell)
}
