import { z } from 'zod'
import type { EligibilityRule } from './call.ts'
import { isEconomyList } from '#app/values/economies.ts'
import { integer, optionalLine, tick, isCountry } from '#app/values/fields.ts'

/** What an organization can be to an applicant, as a question of the form says it. */
const AFFILIATIONS = 20

/** Who may apply, in one form; a rule that is not filled in is none. */
export const rulesSchema = z
  .object({
    seen: z.string().max(64).default(''),
    lists: z.array(z.string().refine(isEconomyList, 'form.choose')).default([]),
    /** Two letters each, with spaces or commas between. */
    countries: optionalLine(1000)
      .transform((typed) => [...new Set(typed.toUpperCase().split(/[\s,;]+/))].filter((code) => code !== ''))
      .refine((codes) => codes.every(isCountry), 'call.countryCodes'),
    isExcluded: tick(),
    awardFreeYears: integer(1, 20).optional(),
    minimumAge: integer(1, 120).optional(),
    maximumAge: integer(1, 120).optional(),
    affiliations: optionalLine(500)
      .transform((typed) => [...new Set(typed.split(/\s*,\s*/))].filter((kind) => kind !== ''))
      .refine((kinds) => kinds.length <= AFFILIATIONS, `form.numberBetween?minimum=0&maximum=${AFFILIATIONS}`),
    referee: tick(),
    complete: tick(),
  })
  .superRefine(({ minimumAge, maximumAge }, context) => {
    if (minimumAge !== undefined && maximumAge !== undefined && maximumAge < minimumAge)
      context.addIssue({ code: 'custom', path: ['maximumAge'], message: 'call.agesCrossed' })
  })

export type RulesForm = z.output<typeof rulesSchema>

/** The rules that a form says. */
export function rulesOf(form: RulesForm): EligibilityRule[] {
  const { lists, countries, isExcluded } = form
  return [
    ...(lists.length + countries.length > 0 ? [{ kind: 'residence' as const, lists, countries, isExcluded }] : []),
    ...(form.awardFreeYears === undefined ? [] : [{ kind: 'award-free-years' as const, years: form.awardFreeYears }]),
    ...(form.minimumAge === undefined ? [] : [{ kind: 'minimum-age' as const, age: form.minimumAge }]),
    ...(form.maximumAge === undefined ? [] : [{ kind: 'maximum-age' as const, age: form.maximumAge }]),
    ...(form.referee ? [{ kind: 'referee' as const }] : []),
    ...(form.complete ? [{ kind: 'complete' as const }] : []),
    ...(form.affiliations.length > 0 ? [{ kind: 'affiliation' as const, kinds: form.affiliations }] : []),
  ]
}
