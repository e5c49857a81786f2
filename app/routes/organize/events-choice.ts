import { cleanLine } from '#app/values/text.ts'

export const WHENS = ['upcoming', 'past'] as const
export const STATUSES = ['draft', 'published', 'postponed', 'cancelled'] as const

/** Which events the list shows; its address says all of it, so that every choice is a link. */
export interface EventsChoice {
  q: string
  when: (typeof WHENS)[number] | null
  status: (typeof STATUSES)[number] | null
  /** A series by its slug. */
  series: string | null
}

export function choiceOf(address: URLSearchParams): EventsChoice {
  return {
    q: cleanLine(address.get('q') ?? '').slice(0, 100),
    when: WHENS.find((one) => one === address.get('when')) ?? null,
    status: STATUSES.find((one) => one === address.get('status')) ?? null,
    series: /^[a-z0-9-]{1,60}$/.exec(address.get('series') ?? '')?.[0] ?? null,
  }
}

/** The query of a choice, without what is not chosen. */
export function addressOfChoice(choice: EventsChoice, page?: number): string {
  const chosen = Object.entries({ ...choice, page: page && page > 1 ? page : null })
  const query = new URLSearchParams(chosen.flatMap(([name, value]) => (value ? [[name, String(value)]] : [])))
  return query.size > 0 ? `?${query}` : ''
}

export function isChosen(choice: EventsChoice): boolean {
  return addressOfChoice(choice) !== ''
}
