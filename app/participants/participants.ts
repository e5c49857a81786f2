/** Whose registrations: of one event, as far as the reader may see. Only confirmed ones are participants. */
export interface ParticipantScope {
  eventId: string
  /** The tracks that the reader may see: 'all', or the ids of those they teach. */
  trackIds: string[] | 'all'
}

export interface ParticipantFilter extends ParticipantScope {
  /** Words of a name or an affiliation. */
  search?: string
  /** One track, of those that may be seen. */
  trackId?: string | null
}

/** One row of a participant list. */
export interface Participant {
  registrationId: string
  sortKey: string
  fullName: string
  latinName: string | null
  country: string | null
  affiliation: string | null
  language: string | null
  trackId: string | null
  ticketTypeId: string
  email: string | null
  code: string
  /** By question id, as stored. */
  answers: Record<string, string>
  /** The words that each of them answered. */
  asked: Record<string, string>
}
