import type { Because } from '#app/applications/selection/composing/because.ts'
import { isShare, type Target } from '#app/applications/selection/limits/limits.ts'
import { targetOf } from '#app/applications/selection/limits/limits-form.ts'
import { numberLabel } from '#app/applications/reviews/number-label.ts'
import type { Language } from '#app/locales/languages.ts'
import { isKey, type Translate } from '#app/locales/translate.ts'
import { isolateIn } from '#app/ui/isolate.ts'
import { languageName } from '#app/values/dates.ts'
import { formatPercent } from '#app/values/format-percent.ts'
import { remember } from '#app/values/remember.ts'

/** A question whose answers a target can be about, with its options. */
export interface AskedOptions {
  code: string
  label: string
  meaning: string
  options: { value: string; label: string }[]
}

interface Words {
  t: Translate
  language: Language
  questions: readonly AskedOptions[]
}

const pointsFormat = remember(
  (language: string) =>
    new Intl.NumberFormat(`${language}-u-nu-latn`, { minimumFractionDigits: 1, maximumFractionDigits: 1 }),
)

/** A score in thousandths as points: `71.4`. */
export function pointsText(thousandths: number, language: string): string {
  return pointsFormat(language).format(thousandths / 1000)
}

/** What a target is about: `Living in: Africa`. */
export function targetLabel({ kind, of }: Pick<Target, 'kind' | 'of'>, { t, language, questions }: Words): string {
  switch (kind) {
    case 'gender': {
      const option = questions.find(({ meaning }) => meaning === 'gender')?.options.find(({ value }) => value === of)
      return t('selection.targets.gender', { of: option?.label ?? of })
    }
    case 'economies':
    case 'newcomers':
      return t(`selection.targets.${kind}`, { of: economiesLabel(of, t) })
    case 'language':
    case 'full':
      return t(`selection.targets.${kind}`, { of: languageName(of, language) })
    case 'answer': {
      const [code = '', value = ''] = of.split(/:(.*)/s)
      const question = questions.find((one) => one.code === code)
      const option = question?.options.find((one) => one.value === value)
      return t('selection.targets.answer', { question: question?.label ?? code, of: option?.label ?? value })
    }
    default:
      return t(`selection.targets.${kind}`)
  }
}

export function economiesLabel(list: string, t: Translate): string {
  const key = `call.economies.${list}`
  return isKey(key) ? t(key) : list
}

/** How much of a target there is: a share of the cohort, or a number. */
export function hitsText({ kind }: Pick<Target, 'kind'>, hits: number, people: number, language: string): string {
  if (!isShare(kind)) return String(hits)
  return formatPercent(people === 0 ? 0 : Math.round((hits / people) * 1000) * 10, language)
}

/** How much of it is wanted: `at least 35%`. */
export function wantedText({ kind, least, most }: Target, t: Translate, language: string): string {
  const text = (value: number) => (isShare(kind) ? formatPercent(value * 100, language) : String(value))
  if (least !== null && most !== null) return t('selection.gauges.between', { least: text(least), most: text(most) })
  if (least !== null) return t('selection.gauges.least', { value: text(least) })
  return most === null ? '' : t('selection.gauges.most', { value: text(most) })
}

/** One reason of a suggestion in a sentence. */
export function becauseText(
  because: Because,
  words: Words & { numberPrefix: string; packageName: (code: string) => string; fundName: (code: string) => string },
): string {
  const { t, language, numberPrefix } = words
  const list = (texts: readonly string[]) =>
    texts.map((text) => isolateIn(language, text)).join(t('common.listSeparator'))
  const numbers = (of: readonly number[]) => list(of.map((number) => numberLabel(numberPrefix, number)))
  const targets = (names: readonly string[]) =>
    list(names.map((name) => targetLabel(targetOf(name) ?? { kind: 'answer', of: name }, words)))
  switch (because.is) {
    case 'rank':
      return t('selection.because.rank', { rank: because.rank })
    case 'wish':
      return because.wish === 1
        ? t('selection.because.firstWish', { choice: isolateIn(language, because.choice) })
        : t('selection.because.wish', { wish: because.wish, choice: isolateIn(language, because.choice) })
    case 'full':
    case 'closed':
    case 'language':
    case 'money':
      return t(`selection.because.${because.is}`, { choices: list(because.choices) })
    case 'paid':
      return t('selection.because.paid', {
        package: words.packageName(because.package),
        funds: list(because.funds.map(words.fundName)),
      })
    case 'smaller':
      return t('selection.because.smaller', { package: words.packageName(because.package) })
    case 'country':
    case 'organization':
      return t(`selection.because.${because.is}`, { most: because.most })
    case 'team':
      return t('selection.because.team', { numbers: numbers(because.with) })
    case 'target':
      return because.instead.length === 0
        ? t('selection.because.targetFree', { targets: targets(because.targets) })
        : t('selection.because.target', { targets: targets(because.targets), numbers: numbers(because.instead) })
    case 'gave-way':
      return t('selection.because.gaveWay', { targets: targets(because.targets), numbers: numbers(because.to) })
    default:
      return t(PLAIN[because.is])
  }
}

const PLAIN = {
  held: 'selection.because.held',
  'no-wish': 'selection.because.noWish',
  'own-means': 'selection.because.ownMeans',
  'over-cap': 'selection.because.overCap',
  'team-split': 'selection.because.teamSplit',
  targets: 'selection.because.targets',
  unreviewed: 'selection.because.unreviewed',
  'not-eligible': 'selection.because.notEligible',
} as const
