import { z } from 'zod'

/**
 * What a cohort is to look like. Seats and money are walls: they stand with the choices and the funds, and a cohort may
 * have less of them. Caps hold unless somebody says otherwise; targets are aimed at.
 */
export interface Limits {
  /** Fewer seats than there are, by code of the choice. */
  seats: Record<string, number>
  /** Less money than is free, in minor units, by code of the fund. */
  budget: Record<string, number>
  mostPerCountry: number | null
  mostPerOrganization: number | null
  /** What somebody must know of the language that a choice is taught in: the lowest level of their own grid. */
  fluency: { language: string; question: string; least: number }[]
  targets: Target[]
}

/** What is counted, and how much of it there should be at least or at most: percent of the cohort, or a number. */
export interface Target {
  kind: TargetKind
  /** A value of the gender question, a list of economies, a language, `question:value`; '' for the rest. */
  of: string
  least: number | null
  most: number | null
}

/** Parts of the cohort, in percent of it. */
export const SHARE_KINDS = ['gender', 'first-time', 'economies', 'newcomers', 'language', 'answer'] as const

/** Numbers: different countries, teams that come together, courses in a language with no seat left. */
export const COUNT_KINDS = ['countries', 'teams', 'full'] as const

export type TargetKind = (typeof SHARE_KINDS)[number] | (typeof COUNT_KINDS)[number]

export function isShare(kind: TargetKind): boolean {
  return (SHARE_KINDS as readonly TargetKind[]).includes(kind)
}

/** A target as a list of choices names it. */
export function targetName({ kind, of }: Pick<Target, 'kind' | 'of'>): string {
  return of === '' ? kind : `${kind}=${of}`
}

const bound = z.number().int().min(0).nullable().default(null)

const limitsSchema = z.object({
  seats: z.record(z.string(), z.number().int().min(0)).default({}),
  budget: z.record(z.string(), z.number().int().min(0)).default({}),
  mostPerCountry: bound,
  mostPerOrganization: bound,
  fluency: z
    .array(z.object({ language: z.string(), question: z.string(), least: z.number().int().min(0) }))
    .default([]),
  targets: z
    .array(
      z.object({
        kind: z.enum([...SHARE_KINDS, ...COUNT_KINDS]),
        of: z.string().default(''),
        least: bound,
        most: bound,
      }),
    )
    .default([]),
})

/** The limits that were stored as JSON; none where nothing was. */
export function readLimits(json: string): Limits {
  return limitsSchema.parse(json === '' ? {} : JSON.parse(json))
}

/** A cohort follows its call's limits until it has its own. */
export function limitsOf(call: { limits: string }, cohort: { limits: string }): Limits {
  return readLimits(hasOwnLimits(cohort) ? cohort.limits : call.limits)
}

export function hasOwnLimits({ limits }: { limits: string }): boolean {
  return limits !== '' && limits !== '{}'
}
