import { z } from 'zod'
import { judgeEligibility, mayGoOn } from './judge-eligibility.ts'
import type { EligibilityRule } from '#app/applications/calls/call.ts'
import { LANGUAGES } from '#app/locales/languages.ts'
import { country, email, integer, line } from '#app/values/fields.ts'
import type { Instant } from '#app/values/moment.ts'

/** What decides about eligibility and can be said before the form. */
export const toldSchema = z.object({
  residence: country('application.check.chooseCountry'),
  birthYear: integer(1900, 2100).optional(),
  award: z
    .string()
    .regex(/^(none|\d{4})$/)
    .optional(),
})

export type Told = z.output<typeof toldSchema>

export const startSchema = toldSchema.extend({
  formKey: z
    .string()
    .regex(/^[\w-]{20,64}$/)
    .catch(''),
  fullName: line(200, 'waiting.enterName'),
  email: email(),
  language: z.enum(LANGUAGES.map(({ code }) => code)),
})

/** What the rules of a call make it ask before the form. */
export function asksBefore(rules: EligibilityRule[]) {
  const has = (...kinds: EligibilityRule['kind'][]) => rules.some(({ kind }) => kinds.includes(kind))
  const free = rules.find((rule) => rule.kind === 'award-free-years')
  return { birthYear: has('minimum-age', 'maximum-age'), awardYears: free?.years ?? null }
}

/** The last award as it was told: `none`, a year, or null when nothing was said. */
export function toldLastAward({ award }: Pick<Told, 'award'>): number | 'none' | null {
  return award === undefined ? null : award === 'none' ? 'none' : Number(award)
}

/** What can be told of eligibility before the form. What will only come with it is open, and no reason to stop. */
export function judgeTold(rules: EligibilityRule[], told: Told, now: Instant) {
  const facts = {
    residence: told.residence,
    birthYear: told.birthYear ?? null,
    lastAward: toldLastAward(told),
    hasLetters: null,
    isComplete: null,
  }
  const judged = judgeEligibility(rules, facts, now)
  const ofPerson = rules.filter(({ kind }) => kind !== 'referee' && kind !== 'complete')
  return { ...judged, verdict: judgeEligibility(ofPerson, facts, now).verdict, mayGoOn: mayGoOn(judged) }
}
