/** Which applications of a ranking are shown; every part that is set narrows it. Ranks stay those of the whole field. */
export interface RankingFilter {
  choiceId: string | null
  country: string | null
  category: 'first-time' | 'returning' | 'other' | null
  state: RankingState | null
}

export const RANKING_STATES = ['reviewed', 'reviews-missing', 'third-wanted', 'unreviewed', 'unchecked'] as const

export type RankingState = (typeof RANKING_STATES)[number]

export const RANKED_CATEGORIES = ['first-time', 'returning', 'other'] as const

/** The filter that an address asks for; what is no filter counts as none. */
export function rankingFilterOf(address: URLSearchParams): RankingFilter {
  const one = <Value extends string>(name: string, values: readonly Value[]) =>
    values.find((value) => value === address.get(name)) ?? null
  const choiceId = address.get('choice') ?? ''
  const country = address.get('country') ?? ''
  return {
    choiceId: /^[0-9a-f-]{36}$/.test(choiceId) ? choiceId : null,
    country: /^[A-Z]{2}$/.test(country) ? country : null,
    category: one('category', RANKED_CATEGORIES),
    state: one('state', RANKING_STATES),
  }
}

/** The query of an address that asks for this filter, without what is not set. */
export function addressOfRanking({ choiceId, country, category, state }: RankingFilter): URLSearchParams {
  const pairs = Object.entries({ choice: choiceId, country, category, state })
  return new URLSearchParams(pairs.flatMap(([name, value]) => (value === null ? [] : [[name, value]])))
}
