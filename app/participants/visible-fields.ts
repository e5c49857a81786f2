/** Who reads a participant list. An organizer of the event may read as one; an instructor of a track sees only that track. */
export type Reader = 'organizer' | 'instructor'

export type ParticipantField =
  | 'fullName'
  | 'latinName'
  | 'country'
  | 'affiliation'
  | 'language'
  | 'track'
  | 'ticket'
  | 'email'
  | 'code'

/**
 * Who sees what of a participant. An instructor knows whom they teach and prepares for them; they do not get an
 * address to write to, for which nobody was asked: the organizers write, or a question with the audience
 * 'instructors' asks for it, and then its answer is shown.
 */
const VISIBLE: Record<ParticipantField, Reader[]> = {
  fullName: ['organizer', 'instructor'],
  latinName: ['organizer', 'instructor'],
  country: ['organizer', 'instructor'],
  affiliation: ['organizer', 'instructor'],
  language: ['organizer', 'instructor'],
  track: ['organizer', 'instructor'],
  ticket: ['organizer', 'instructor'],
  email: ['organizer'],
  code: ['organizer'],
}

export type Audience = 'organizers' | 'instructors'

/** Whose answers a reader sees, by the audience that the question was asked for. */
const AUDIENCES: Record<Reader, Audience[]> = {
  organizer: ['organizers', 'instructors'],
  instructor: ['instructors'],
}

export function visibleFields(reader: Reader): ParticipantField[] {
  return (Object.keys(VISIBLE) as ParticipantField[]).filter((field) => VISIBLE[field].includes(reader))
}

export function visibleAudiences(reader: Reader): Audience[] {
  return AUDIENCES[reader]
}
