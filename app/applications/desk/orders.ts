/** How a list of applications is sorted. */
export const ORDERS = ['number', 'name', 'newest', 'score'] as const

export type Order = (typeof ORDERS)[number]
