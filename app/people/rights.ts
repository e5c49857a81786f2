import type { RoleName } from '#db/schema.ts'

export type { RoleName }

/**
 * What somebody may do in the organizers' workspace of an event. `look`: its figures and its programme, nothing about
 * single people; `programme`: sessions, tracks, rooms and who speaks; `people`: registrations, one person's page,
 * adding somebody; `organize`: everything.
 */
export type EventRight = 'look' | 'programme' | 'people' | 'organize'

const HOLDERS: Record<EventRight, RoleName[]> = {
  look: ['organizer', 'programme', 'front-desk', 'observer'],
  programme: ['organizer', 'programme'],
  people: ['organizer', 'front-desk'],
  organize: ['organizer'],
}

/** A role as an account holds it. `scopeId` is '' for the installation, `trackId` is '' for all tracks. */
export interface HeldRole {
  role: RoleName
  scope: 'installation' | 'series' | 'event'
  scopeId: string
  trackId: string
}

/** What rights over an event depend on. */
export interface EventPlace {
  id: string
  seriesId: string
}

/** Where somebody may do something, for a query over many events: everywhere, or in these series and events. */
export type Reach = 'all' | { seriesIds: string[]; eventIds: string[] }

export function isAdministrator(roles: HeldRole[]): boolean {
  return roles.some(({ role, scope }) => role === 'administrator' && scope === 'installation')
}

/** An organizer of the event or of its series, or an administrator. */
export function mayOrganize(roles: HeldRole[], event: EventPlace): boolean {
  return isAdministrator(roles) || roles.some((held) => held.role === 'organizer' && covers(held, event))
}

/** Whether somebody may do this at the event: by a role on it, on its series, or as an administrator. */
export function mayAtEvent(roles: HeldRole[], right: EventRight, event: EventPlace): boolean {
  return isAdministrator(roles) || roles.some((held) => HOLDERS[right].includes(held.role) && covers(held, event))
}

/** What somebody may do at the event. */
export function rightsAt(roles: HeldRole[], event: EventPlace): EventRight[] {
  return (Object.keys(HOLDERS) as EventRight[]).filter((right) => mayAtEvent(roles, right, event))
}

/** Whether somebody organizes the series itself, not only an event of it. */
export function mayOrganizeSeries(roles: HeldRole[], seriesId: string): boolean {
  return mayOrganize(roles, { id: '', seriesId })
}

/** Whether somebody holds a role on the event, on its series or on the installation. */
export function holdsRole(roles: HeldRole[], role: RoleName, event: EventPlace): boolean {
  return roles.some((held) => held.role === role && covers(held, event))
}

/** The tracks whose participants somebody may see: organizers and instructors of the whole event see all of them. */
export function taughtTracks(roles: HeldRole[], event: EventPlace): string[] | 'all' {
  if (mayOrganize(roles, event)) return 'all'
  const held = roles.filter((one) => one.role === 'instructor' && covers(one, event))
  if (held.some(({ trackId }) => trackId === '')) return 'all'
  return [...new Set(held.map(({ trackId }) => trackId))]
}

/** The tracks whose attendance somebody may mark: at the front desk everybody's, in a room those they teach. */
export function markedTracks(roles: HeldRole[], event: EventPlace): string[] | 'all' {
  return mayAtEvent(roles, 'people', event) ? 'all' : taughtTracks(roles, event)
}

/** The events that may be organized. */
export function organizedReach(roles: HeldRole[]): Reach {
  return reachOf(roles, ['organizer'])
}

/** The events whose workspace somebody may enter. */
export function workReach(roles: HeldRole[]): Reach {
  return reachOf(roles, HOLDERS.look)
}

/** The events with participants to see, of one track at least; `taughtTracks` says which tracks of an event. */
export function taughtReach(roles: HeldRole[]): Reach {
  return reachOf(roles, ['organizer', 'instructor'])
}

/** The events whose money may be seen. */
export function financeReach(roles: HeldRole[]): Reach {
  return reachOf(roles, ['finance'])
}

/** The events at whose desk one may take money. */
export function deskReach(roles: HeldRole[]): Reach {
  return reachOf(roles, ['finance', 'front-desk'])
}

export function isNowhere(reach: Reach): boolean {
  return reach !== 'all' && reach.seriesIds.length === 0 && reach.eventIds.length === 0
}

function reachOf(roles: HeldRole[], names: RoleName[]): Reach {
  const held = roles.filter(({ role }) => names.includes(role))
  if (isAdministrator(roles) || held.some(({ scope }) => scope === 'installation')) return 'all'
  const idsOf = (wanted: HeldRole['scope']) => [
    ...new Set(held.filter(({ scope }) => scope === wanted).map(({ scopeId }) => scopeId)),
  ]
  return { seriesIds: idsOf('series'), eventIds: idsOf('event') }
}

function covers({ scope, scopeId }: HeldRole, event: EventPlace): boolean {
  if (scope === 'installation') return true
  return scope === 'series' ? scopeId === event.seriesId : scopeId === event.id
}
