/** What of a person can be taken from either of two registrations. */
export const MERGE_FIELDS = ['fullName', 'latinName', 'badgeName', 'email', 'affiliation', 'country'] as const

export type MergeField = (typeof MERGE_FIELDS)[number]
