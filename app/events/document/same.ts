import { planOf } from './plan.ts'
import type { EventDocument } from './schema.ts'

/** Whether two documents say the same of an event; what others own (series, host, topics) counts by its slug. */
export function isSame(one: EventDocument, other: EventDocument): boolean {
  return JSON.stringify(sorted(essence(one))) === JSON.stringify(sorted(essence(other)))
}

function essence(document: EventDocument) {
  const plan = planOf(document)
  const keys = placesOf(plan.quotas)
  const [taxes, blocks] = [placesOf(plan.taxRules), placesOf(plan.blocks)]
  return {
    ...plan,
    series: plan.series.slug,
    host: plan.host?.slug ?? null,
    topics: plan.topics.map((topic) => topic.slug),
    history: plan.history && Object.values(plan.history).some((value) => value !== null) ? plan.history : null,
    quotas: plan.quotas.map(({ key: _, ...quota }) => quota),
    ticketTypes: plan.ticketTypes.map((type) => ({
      ...type,
      tax: type.tax === null ? null : taxes.get(type.tax),
      quotas: type.quotas.map((key) => keys.get(key)!).toSorted((first, second) => first - second),
    })),
    taxRules: plan.taxRules.map(({ key: _, ...rule }) => rule),
    blocks: plan.blocks.map(({ key: _, seats, ...block }) => ({
      ...block,
      seats: seats
        .map(({ quota, size }) => [keys.get(quota)!, size] as const)
        .toSorted(([first], [second]) => first - second),
    })),
    campaigns: plan.campaigns.map((campaign) => ({
      ...campaign,
      block: campaign.block === null ? null : blocks.get(campaign.block),
    })),
    sessions: plan.sessions.map((session) => JSON.stringify(sorted(session))).toSorted(),
  }
}

/** What keys stand for inside a document: places in a list. */
function placesOf(rows: { key: string }[]): Map<string, number> {
  return new Map(rows.map((row, at) => [row.key, at]))
}

/** The same value with the names of its objects in one order. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (value === null || typeof value !== 'object') return value
  const entries = Object.entries(value).map(([key, inner]) => [key, sorted(inner)] as const)
  return Object.fromEntries(entries.toSorted(([one], [other]) => (one < other ? -1 : 1)))
}
