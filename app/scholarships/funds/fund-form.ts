import { z } from 'zod'
import type { Fund, FundCondition } from './fund.ts'
import { isCurrency, readAmount } from '#app/values/amount-field.ts'
import { isEconomyList } from '#app/values/economies.ts'
import { isCountry, line, optionalLine, optionalText, tick } from '#app/values/fields.ts'
import { plainAmount } from '#app/values/money.ts'

/** Genders that a donor may ask for, as forms of calls name them. */
export const GENDERS = ['woman', 'man', 'other'] as const

const many = z
  .union([z.string(), z.array(z.string())])
  .optional()
  .transform((value) => (value === undefined ? [] : [value].flat()))

const words = (typed: string) => typed.split(/[\s,;]+/).filter((word) => word !== '')

export const fundSchema = z
  .object({
    seen: z.string().max(64).default(''),
    code: line(20),
    donor: line(200),
    name: line(200),
    currency: line(3).refine((code) => isCurrency(code), 'fund.currencyShape'),
    budget: line(20),
    note: optionalText(2000),
    lists: many.refine((lists) => lists.every(isEconomyList), 'form.choose'),
    countries: optionalLine(800)
      .transform((typed) => words(typed.toUpperCase()))
      .refine((codes) => codes.every(isCountry), 'fund.countriesShape'),
    isExcluded: tick(),
    genders: many.refine((given) => given.every((one) => (GENDERS as readonly string[]).includes(one)), 'form.choose'),
    isFirstTime: tick(),
    choices: many,
    question: optionalLine(40),
    values: optionalLine(500).transform(words),
  })
  .superRefine((form, problems) => {
    const amount = readAmount(form.budget, form.currency)
    if ('message' in amount) problems.addIssue({ code: 'custom', path: ['budget'], message: amount.message })
    if (form.question !== '' && form.values.length === 0)
      problems.addIssue({ code: 'custom', path: ['values'], message: 'form.required' })
  })
  .transform(({ budget, ...form }) => {
    const amount = readAmount(budget, form.currency)
    return { ...form, budgetMinor: 'message' in amount ? 0 : amount.amountMinor }
  })

export type FundForm = z.output<typeof fundSchema>

/** What the form says of whom the money is for. */
export function conditionsOf(form: FundForm): FundCondition[] {
  const { lists, countries, isExcluded, genders, isFirstTime, choices: codes, question, values } = form
  return [
    ...(lists.length + countries.length > 0 ? [{ kind: 'residence' as const, lists, countries, isExcluded }] : []),
    ...(genders.length > 0 ? [{ kind: 'gender' as const, genders }] : []),
    ...(isFirstTime ? [{ kind: 'first-time' as const }] : []),
    ...(codes.length > 0 ? [{ kind: 'choice' as const, codes }] : []),
    ...(question === '' ? [] : [{ kind: 'answer' as const, question, values }]),
  ]
}

/** What the form shows of a fund, field by field. */
export function shownFund(fund: Fund) {
  const of = <Kind extends FundCondition['kind']>(kind: Kind) =>
    fund.conditions.find((condition): condition is Extract<FundCondition, { kind: Kind }> => condition.kind === kind)
  const [residence, gender, answer] = [of('residence'), of('gender'), of('answer')]
  return {
    code: fund.code,
    donor: fund.donor,
    name: fund.name,
    currency: fund.currency,
    budget: plainAmount({ amountMinor: fund.budgetMinor, currency: fund.currency }),
    note: fund.note,
    lists: residence?.lists ?? [],
    countries: residence?.countries.join(' ') ?? '',
    isExcluded: residence?.isExcluded ?? false,
    genders: gender?.genders ?? [],
    isFirstTime: of('first-time') !== undefined,
    choices: of('choice')?.codes ?? [],
    question: answer?.question ?? '',
    values: answer?.values.join(' ') ?? '',
  }
}
