import type { Segment } from './segment.ts'

/** The ids of which one says as what somebody gets a mail, as recipients and messages keep them. */
export interface SubjectIds {
  registrationId: string | null
  entryId: string | null
  sessionPersonId: string | null
  accountId: string | null
}

const COLUMNS = {
  registrations: 'registrationId',
  waiting: 'entryId',
  programme: 'sessionPersonId',
  team: 'accountId',
} as const satisfies Record<Segment['of'], keyof SubjectIds>

export function asSubject(segment: Segment, id: string): SubjectIds {
  const none = { registrationId: null, entryId: null, sessionPersonId: null, accountId: null }
  return { ...none, [COLUMNS[segment.of]]: id }
}
