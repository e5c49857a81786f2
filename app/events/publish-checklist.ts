/** What the checklist looks at; counts are of the event's rows. */
export interface PublishFacts {
  title: string
  summary: string
  accessNote: string
  description: string
  visaNote: string
  cancellationNote: string
  language: string
  textLanguages: string[]
  startsOn: string
  lastOn: string
  format: 'onsite' | 'online' | 'hybrid'
  country: string | null
  city: string | null
  venue: string | null
  onlineUrl: string | null
  contactEmail: string | null
  admission: 'registration' | 'application' | 'invitation' | 'none'
  /** Ticket types that are not closed. */
  ticketTypes: number
  /** Of those, how many draw on no quota. */
  ticketTypesWithoutSeats: number
  people: number
  sessions: number
}

export interface ChecklistItem {
  code: ChecklistCode
  /** 'stop': without it the event cannot be published; 'warn': better with it. */
  weight: 'stop' | 'warn'
  isDone: boolean
  /** The organizer's page where it is done. */
  page: 'details' | 'tickets' | 'people'
  /** The id of the field on that page. */
  field?: string
}

export type ChecklistCode =
  | 'texts'
  | 'dates'
  | 'place'
  | 'access'
  | 'contact'
  | 'tickets'
  | 'seats'
  | 'description'
  | 'venue'
  | 'online'
  | 'visa'
  | 'cancellation'
  | 'english'
  | 'people'
  | 'programme'

/** What is done and what is not before an event is published; `today` is the day in the event's zone. */
export function publishChecklist(facts: PublishFacts, today: string): ChecklistItem[] {
  const isOnSite = facts.format !== 'online'
  const takesRegistrations = facts.admission === 'registration'
  const items: (ChecklistItem | false)[] = [
    stop('texts', facts.title !== '' && facts.summary !== '', 'details', facts.title === '' ? 'title' : 'summary'),
    stop('dates', facts.startsOn.length === 10 && facts.lastOn >= today, 'details', 'startsOn'),
    isOnSite && stop('place', facts.country !== null && facts.city !== null, 'details', 'city'),
    isOnSite && stop('access', facts.accessNote !== '', 'details', 'accessNote'),
    stop('contact', facts.contactEmail !== null, 'details', 'contactEmail'),
    takesRegistrations && stop('tickets', facts.ticketTypes > 0, 'tickets'),
    takesRegistrations && isOnSite && warn('seats', facts.ticketTypesWithoutSeats === 0, 'tickets'),
    warn('description', facts.description !== '', 'details', 'description'),
    isOnSite && warn('venue', facts.venue !== null, 'details', 'venue'),
    facts.format !== 'onsite' && warn('online', facts.onlineUrl !== null, 'details', 'onlineUrl'),
    isOnSite && warn('visa', facts.visaNote !== '', 'details', 'visaNote'),
    takesRegistrations && warn('cancellation', facts.cancellationNote !== '', 'details', 'cancellationNote'),
    warn('english', facts.textLanguages.includes('en'), 'details'),
    warn('people', facts.people > 0, 'people'),
    warn('programme', facts.sessions > 0, 'details'),
  ]
  return items.filter((item) => item !== false)
}

export function stopsOf(checklist: ChecklistItem[]): ChecklistItem[] {
  return checklist.filter((item) => item.weight === 'stop' && !item.isDone)
}

function stop(code: ChecklistCode, isDone: boolean, page: ChecklistItem['page'], field?: string): ChecklistItem {
  return { code, weight: 'stop', isDone, page, ...(field ? { field } : {}) }
}

function warn(code: ChecklistCode, isDone: boolean, page: ChecklistItem['page'], field?: string): ChecklistItem {
  return { code, weight: 'warn', isDone, page, ...(field ? { field } : {}) }
}
