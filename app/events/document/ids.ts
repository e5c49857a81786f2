/** The ids of an event and of what it has already; what has none yet gets one. */
export interface Ids {
  eventId: string
  seriesId: string
  hostId: string | null
  parentId: string | null
  tracks: Map<string, string>
  quotas: Map<string, string>
  ticketTypes: Map<string, string>
  questions: Map<string, string>
  blocks: Map<string, string>
  campaigns: Map<string, string>
  vouchers: Map<string, string>
  sessions: Map<string, string>
}

/** What a session is known by from one import to the next. */
export function sessionKey(session: {
  code: string | null
  heldOn: string
  startsTime: string
  track: string | null
  title: string
}): string {
  return session.code ?? JSON.stringify([session.heldOn, session.startsTime, session.track, session.title])
}

/** What quotas are known by: their names, and which of several of one name they are. */
export function quotaNames(quotas: { name: string }[]): string[] {
  const seen = new Map<string, number>()
  return quotas.map(({ name }) => {
    const number = (seen.get(name) ?? 0) + 1
    seen.set(name, number)
    return JSON.stringify([name, number])
  })
}
