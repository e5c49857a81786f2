/** What a parser reads out of a calendar, in one form for all of them. */
export interface Reading {
  method: string | null
  name: string | null
  events: ReadEvent[]
  complaints: string[]
}

export interface ReadEvent {
  uid: string
  sequence: number
  status: string
  /** A day, a moment ending with Z, or without it a time that hangs nowhere. */
  start: string
  end: string
  summary: string
  description: string | null
  location: string | null
  url: string
  categories: string[]
  organizer: Person | null
  attendees: Person[]
}

/** The name and the address, with its scheme. */
export type Person = [name: string | null, address: string]
