import { core, nearest, westernDigits } from './likeness.ts'
import { LANGUAGES } from '#app/locales/languages.ts'
import type { QuestionOption } from '#app/registrations/questions/question.ts'
import { countryName } from '#app/values/dates.ts'
import { isCountry } from '#app/values/fields.ts'
import { isPartialDay } from '#app/values/moment.ts'

/** A day in any of the ways in which people write one: `21/6/2027`, `2027-06-21`, `21 June 2027`, `21 juin 2027`. Null when it is none. */
export function readDay(typed: string): string | null {
  const text = westernDigits(typed).toLowerCase().trim()
  const numbers = text.match(/\d+/g)?.map(Number) ?? []
  const month = MONTHS.find(({ names }) => names.some((name) => core(text).includes(name)))?.number
  if (month !== undefined && numbers.length === 2) {
    const year = numbers.find((number) => number > 31)
    const day = numbers.find((number) => number <= 31)
    return year === undefined || day === undefined ? null : dayOf(year, month, day)
  }
  if (month !== undefined || numbers.length !== 3 || /\p{L}/u.test(text.replace(/[a-z]{1,2}\b/g, ''))) return null
  const [first, second, third] = numbers as [number, number, number]
  if (first > 31) return dayOf(first, second, third)
  // A day stands before its month, as in most of the world, unless that cannot be.
  return second > 12 ? dayOf(third, first, second) : dayOf(third, second, first)
}

function dayOf(year: number, month: number, day: number): string | null {
  const two = (number: number) => String(number).padStart(2, '0')
  const text = `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`
  return year > 1000 && isPartialDay(text) ? text : null
}

/** The names of the months in all our languages, as they are told apart: whole, and by their first letters. */
const MONTHS = Array.from({ length: 12 }, (_, at) => ({
  number: at + 1,
  names: LANGUAGES.flatMap(({ code }) =>
    (['long', 'short'] as const).map((style) =>
      core(new Intl.DateTimeFormat(code, { month: style, timeZone: 'UTC' }).format(new Date(Date.UTC(2027, at, 15)))),
    ),
  ),
}))

/** A country by its two letters, or by its name in any of our languages; else the one that was perhaps meant. */
export function readCountry(typed: string): { code: string } | { code: null; suggestion: string | null } {
  const letters = typed.trim().toUpperCase()
  if (isCountry(letters)) return { code: letters }
  const wanted = core(typed)
  const known = countries().find(({ names }) => names.includes(wanted))
  if (known) return { code: known.code }
  const names = countries().flatMap((country) => country.names.map((name) => ({ name, code: country.code })))
  return { code: null, suggestion: nearest(typed, names, ({ name }) => name)?.code ?? null }
}

let known: { code: string; names: string[] }[] | null = null

function countries(): { code: string; names: string[] }[] {
  known ??= allCodes().map((code) => ({
    code,
    names: [
      ...new Set([
        ...LANGUAGES.map((language) => core(countryName(code, language.code))),
        ...(OTHER_NAMES[code] ?? []).map(core),
      ]),
    ],
  }))
  return known
}

function allCodes(): string[] {
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
  return letters
    .flatMap((one) => letters.map((other) => one + other))
    .filter((code) => isCountry(code) && !isFormer(code) && !NO_COUNTRY.includes(code))
}

/** One that is no more: its code stands for another now, as that of East Germany does. */
function isFormer(code: string): boolean {
  return new Intl.Locale(`und-${code}`).region !== code
}

/** Unions, islands of others, and what is kept for tests. */
const NO_COUNTRY = ['AC', 'CP', 'CQ', 'DG', 'EA', 'EU', 'EZ', 'IC', 'QO', 'TA', 'UN', 'XA', 'XB']

/** What people write where the catalogues say it otherwise. */
const OTHER_NAMES: Record<string, string[]> = {
  CD: ['DRC', 'DR Congo', 'RDC', 'Democratic Republic of the Congo', 'République démocratique du Congo'],
  CG: ['Congo', 'Republic of the Congo', 'Congo-Brazzaville'],
  CI: ['Ivory Coast', 'Cote d Ivoire'],
  CV: ['Cape Verde', 'Cabo Verde'],
  CZ: ['Czech Republic'],
  GB: ['UK', 'Great Britain', 'England', 'Royaume Uni'],
  KR: ['Korea', 'Republic of Korea'],
  LA: ['Lao PDR'],
  MM: ['Burma'],
  PS: ['Palestine'],
  RU: ['Russian Federation'],
  SZ: ['Swaziland'],
  TL: ['East Timor'],
  TZ: ['United Republic of Tanzania'],
  US: ['USA', 'United States of America', 'Etats-Unis'],
  VN: ['Viet Nam'],
}

/**
 * The option that a text names: by its label, its value, or its number (`2`, `2.`, `2. Label`). Null when it is none of
 * them, with the one that was perhaps meant.
 */
export function readOption(
  typed: string,
  options: QuestionOption[],
  { from = 1 }: { from?: number } = {},
): { option: QuestionOption } | { option: null; suggestion: string | null } {
  const text = westernDigits(typed).trim()
  const numbered = /^(\d{1,3})\s*[.):-]?\s*(.*)$/s.exec(text)
  const byNumber = numbered ? options[Number(numbered[1]) - from] : undefined
  const rest = core(numbered?.[2] ?? '')
  const exact =
    options.find(({ value }) => value === typed.trim()) ??
    options.find(({ label }) => core(label) === core(text)) ??
    (byNumber && (rest === '' || core(byNumber.label).startsWith(rest)) ? byNumber : undefined) ??
    options.find(({ label }) => rest !== '' && core(label) === rest) ??
    options.find(({ value }) => core(value) === core(text)) ??
    onlyOne(options.filter(({ label }) => core(text).length >= 6 && core(label).startsWith(core(text))))
  if (exact) return { option: exact }
  return { option: null, suggestion: nearest(rest || text, options, ({ label }) => core(label))?.label ?? null }
}

function onlyOne<One>(among: One[]): One | undefined {
  return among.length === 1 ? among[0] : undefined
}
