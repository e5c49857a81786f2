import { addDays } from '#app/values/moment.ts'

/** What a workshop needs to be ready, and how many days before it begins. */
export const READINESS = [
  { code: 'venue', daysBefore: 60 },
  { code: 'layout', daysBefore: 60 },
  { code: 'power', daysBefore: 60 },
  { code: 'network', daysBefore: 60 },
  { code: 'lodging', daysBefore: 45 },
  { code: 'visas', daysBefore: 45 },
  { code: 'catering', daysBefore: 30 },
  { code: 'equipment', daysBefore: 30 },
  { code: 'instructors', daysBefore: 30 },
  { code: 'list', daysBefore: 14 },
  { code: 'decision', daysBefore: 14 },
  { code: 'spelling', daysBefore: 3 },
  { code: 'doors', daysBefore: 1 },
] as const

export type ReadinessCode = (typeof READINESS)[number]['code']

/** The day of each, from the first day of the event. */
export function readinessDays(firstOn: string): { code: ReadinessCode; dueOn: string }[] {
  return READINESS.map(({ code, daysBefore }) => ({ code, dueOn: addDays(firstOn, -daysBefore) }))
}
