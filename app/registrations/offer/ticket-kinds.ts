/** Whom a ticket type is for, as organizers choose it; a document may bring others along. */
export const AUDIENCES = [
  'standard',
  'member',
  'student',
  'low-income',
  'local',
  'author',
  'speaker',
  'committee',
  'staff',
  'sponsor',
  'press',
  'grant',
  'fellow',
  'trainee',
  'hub',
  'guest',
] as const

/** What of an event it lets into. */
export const SCOPES = [
  'full',
  'week',
  'symposium',
  'day',
  'workshop',
  'tutorial',
  'paper',
  'social',
  'tour',
  'lodging',
  'remote',
] as const

export const ELIGIBILITIES = [
  'none',
  'member',
  'student',
  'low-income-economy',
  'host-resident',
  'organization-member',
] as const

export const PROOFS = ['none', 'declaration', 'code', 'list', 'upload', 'desk'] as const
