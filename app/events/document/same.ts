import { planOf } from './plan.ts'
import type { EventDocument } from './schema.ts'

/** Whether two documents say the same of an event; what others own (series, host, topics) counts by its slug. */
export function isSame(one: EventDocument, other: EventDocument): boolean {
  return JSON.stringify(sorted(essence(one))) === JSON.stringify(sorted(essence(other)))
}

function essence(document: EventDocument) {
  const plan = planOf(document)
  const keys = new Map(plan.quotas.map((quota, at) => [quota.key, at]))
  return {
    ...plan,
    series: plan.series.slug,
    host: plan.host?.slug ?? null,
    topics: plan.topics.map((topic) => topic.slug),
    history: plan.history && Object.values(plan.history).some((value) => value !== null) ? plan.history : null,
    quotas: plan.quotas.map(({ key: _, ...quota }) => quota),
    ticketTypes: plan.ticketTypes.map((type) => ({
      ...type,
      quotas: type.quotas.map((key) => keys.get(key)!).toSorted((first, second) => first - second),
    })),
    sessions: plan.sessions.map((session) => JSON.stringify(sorted(session))).toSorted(),
  }
}

/** The same value with the names of its objects in one order. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (value === null || typeof value !== 'object') return value
  const entries = Object.entries(value).map(([key, inner]) => [key, sorted(inner)] as const)
  return Object.fromEntries(entries.toSorted(([one], [other]) => (one < other ? -1 : 1)))
}
