import { isParticipant, ownCopy, type OwnStanding, ownStatus } from './own-copy.ts'
import type { CalendarEntry } from '../calendar-entry.ts'
import { type CalendarEvent, type CalendarReader, eventEntry, isCalledOff } from '../event-entry.ts'
import { type CalendarSession, sessionEntry } from '../session-entry.ts'
import type { Language } from '#app/locales/languages.ts'
import { translator } from '#app/locales/translate.ts'
import type { Instant } from '#app/values/moment.ts'
import type { RoleName } from '#db/schema.ts'

/** What somebody does at an event, and in which tracks; null is all of them. */
export interface Work {
  roles: RoleName[]
  trackIds: string[] | null
}

export type AgendaSession = CalendarSession & { eventId: string; trackId: string | null }

export interface AgendaFacts {
  standings: Map<string, OwnStanding>
  work: Map<string, Work>
  /** By event; an event without sessions is shown whole. */
  sessions: Map<string, AgendaSession[]>
  /** What is called off and ended before is left out. */
  since: Instant
  baseUrl: string
  language: Language
}

/** The entries of a person's events, each event or session once, whether they attend, work there or both. */
export function agendaEntries(events: CalendarEvent[], facts: AgendaFacts): CalendarEntry[] {
  return events.flatMap((event) => {
    const standing = facts.standings.get(event.id)
    const work = facts.work.get(event.id)
    const isGoing = work !== undefined || (standing !== undefined && ownStatus(standing.seats) !== 'CANCELLED')
    if ((isCalledOff(event) || !isGoing) && event.endsAt < facts.since) return []
    const isKnowing = work !== undefined || (standing !== undefined && isParticipant(standing.seats))
    const reader: CalendarReader = { ...facts, audience: isKnowing ? 'participants' : 'public' }
    const sessions = facts.sessions.get(event.id) ?? []
    if (sessions.length === 0) return ofEvent(event, reader, { standing, work })
    return sessions
      .filter((session) => isTheirs(session, { standing, work }))
      .map((session) => personal(sessionEntry(session, event, reader), reader.language, { standing, work }, true))
  })
}

interface Theirs {
  standing: OwnStanding | undefined
  work: Work | undefined
}

function ofEvent(event: CalendarEvent, reader: CalendarReader, theirs: Theirs): CalendarEntry[] {
  const entry = eventEntry(event, reader)
  return entry ? [personal(entry, reader.language, theirs, false)] : []
}

/** Whoever works at an event is there, whatever became of their seat. */
function personal(entry: CalendarEntry, language: Language, { standing, work }: Theirs, isSession: boolean) {
  const own = standing ? ownCopy(entry, standing, { language, ...(isSession && { shown: [] }) }) : entry
  if (!work) return own
  const t = translator(language)
  const roles = work.roles.map((role) => t(`account.work.roles.${role}`)).join(t('common.listSeparator'))
  const { sequence, updatedAt } = own
  const isConfirmed = standing !== undefined && isParticipant(standing.seats)
  const description = [t('agenda.work', { roles }), (isConfirmed ? own : entry).description].join('\n\n')
  return { ...entry, sequence, updatedAt, description, isBusy: isConfirmed ? own.isBusy : entry.isBusy }
}

/** Sessions of a track are for those who are in it. */
function isTheirs({ trackId }: AgendaSession, { standing, work }: Theirs): boolean {
  if (trackId === null || work?.trackIds === null || work?.trackIds.includes(trackId)) return true
  const active = standing?.seats.filter(({ state }) => state === 'held' || state === 'confirmed') ?? []
  const seats = active.length > 0 ? active : (standing?.seats ?? [])
  return standing !== undefined && (seats.length === 0 || seats.some((seat) => (seat.trackId ?? trackId) === trackId))
}
