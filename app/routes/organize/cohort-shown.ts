import type { Mark } from '#app/applications/selection/cohorts/read-cohort.server.ts'

export const COHORT_SHOWS = ['all', 'in', 'out', 'hand', 'change'] as const

export type CohortShow = (typeof COHORT_SHOWS)[number]

/** How a cohort's list is narrowed, as its address says. */
export function shownOf(address: URLSearchParams): { show: CohortShow; choice: string | null } {
  return {
    show: COHORT_SHOWS.find((one) => one === address.get('show')) ?? 'all',
    choice: address.get('choice')?.slice(0, 36) || null,
  }
}

/** Whether a row is meant by what is to be shown. */
export function isShown(show: CohortShow, mark: Mark | undefined): boolean {
  switch (show) {
    case 'all':
      return true
    case 'in':
      return mark?.isIn === true
    case 'out':
      return mark?.isIn !== true
    case 'hand':
      return mark?.byHand === true
    case 'change':
      return mark !== undefined && mark.because.length > 0
  }
}
