import type {
  Change,
  ImportFacts,
  ImportPlan,
  Planned,
  PlannedEntry,
  SessionFields,
  StoredSession,
} from './import-plan.ts'
import type { OwnWords } from './own-words.ts'
import { sessionFields } from './session-fields.ts'
import type { ReadCalendar, ReadEntry } from '#app/calendar/reading/read-entry.ts'
import { offsetName, wallClock } from '#app/values/moment.ts'
import { hashOf } from '#app/values/secret.ts'
import { seenOf } from '#app/values/seen.ts'
import { fold } from '#app/values/text.ts'
import type { SessionsTable } from '#db/schema.ts'

/** What an installation writes as the UIDs of its events and sessions, and what it says of those sessions. */
export interface Own {
  uidDomain: string
  words: Map<string, OwnWords>
}

/** What importing a file would do to a programme. The same file and the same programme give the same plan. */
export function planImport(read: ReadCalendar, facts: ImportFacts, own: Own): ImportPlan {
  const byId = new Map(facts.sessions.map((session) => [session.id, session]))
  const byUid = new Map(facts.sessions.flatMap((session) => (session.importUid ? [[session.importUid, session]] : [])))
  const used = new Set<string>()
  const entries = read.entries.map((entry): PlannedEntry => {
    const importUid = importUidOf(entry)
    const ownId = ownIdOf(entry, 'session', own)
    const known = (ownId === null ? undefined : byId.get(ownId)) ?? byUid.get(importUid)
    const isAgain = known !== undefined && used.has(known.id)
    if (known) used.add(known.id)
    const words = ownId === null ? undefined : own.words.get(ownId)
    const planned: Planned = isAgain
      ? { is: 'refused', problems: [{ code: 'twice' }] }
      : plan(entry, facts, { importUid, known, words, isEvent: ownIdOf(entry, 'event', own) === facts.event.id })
    const when = 'fields' in planned ? planned.fields : (known ?? placeInTime(entry, facts.event.zone))
    return {
      ...planned,
      line: entry.line,
      title: entry.title,
      when: when ? whenOf(when, facts.event.zone) : '',
      notes: entry.notes,
    }
  })
  const missing = facts.sessions.filter(({ id, importUid }) => importUid !== null && !used.has(id))
  return finishPlan(entries, missing, facts, { others: read.others, isWhole: false })
}

/** A plan of its entries, and of the sessions of which the file says nothing. */
export function finishPlan(
  entries: PlannedEntry[],
  missing: StoredSession[],
  { event }: ImportFacts,
  more: Pick<ImportPlan, 'others' | 'isWhole'>,
): ImportPlan {
  const gone = missing.map((session) => {
    const { id, title, isUsed } = session
    return { id, title, when: whenOf(session, event.zone), isUsed }
  })
  const done = entries.map(({ line: _, notes: __, ...entry }) => entry)
  return { entries, gone, ...more, seen: seenOf([done, gone.map(({ id, isUsed }) => [id, isUsed])]) }
}

interface Matched {
  importUid: string
  known: StoredSession | undefined
  words: OwnWords | undefined
  isEvent: boolean
}

function plan(entry: ReadEntry, facts: ImportFacts, { importUid, known, words, isEvent }: Matched): Planned {
  // All that we write of an event that is called off is called off: nobody wants its programme removed for that.
  const isOff = entry.isCancelled && !(known && words?.isCalledOff)
  if (entry.problem) return { is: 'refused', problems: [entry.problem] }
  if (isEvent || isWholeEvent(entry, facts)) return { is: 'left-out', why: 'event' }
  if (isOff && known?.isUsed) return { is: 'refused', problems: [{ code: 'used' }] }
  if (isOff) return known ? { is: 'removed', sessionId: known.id } : { is: 'left-out', why: 'cancelled' }
  const fields = sessionFields(entry, facts, known, words)
  if ('problem' in fields) return { is: 'refused', problems: [fields.problem] }
  if (!known) return { is: 'new', importUid, kind: kindOf(entry), fields }
  const changes = changesOf(known, fields, facts)
  return changes.length === 0
    ? { is: 'same', sessionId: known.id }
    : { is: 'changed', sessionId: known.id, fields, changes }
}

/** A hash, for UIDs may be of any length, and columns do not tell small letters from capitals. */
function importUidOf({ uid, occurrence }: ReadEntry): string {
  return hashOf(`${uid}\n${occurrence}`)
}

function ownIdOf({ uid }: ReadEntry, kind: 'session' | 'event', { uidDomain }: Own): string | null {
  const isOurs = uid.startsWith(`${kind}-`) && uid.endsWith(`@${uidDomain}`)
  return isOurs ? uid.slice(kind.length + 1, -1 - uidDomain.length) : null
}

function isWholeEvent({ when }: ReadEntry, { event }: ImportFacts): boolean {
  return when !== null && 'startsOn' in when && when.startsOn === event.firstOn && when.endsOn === event.lastOn
}

const KINDS = ['plenary', 'talk', 'panel', 'tutorial', 'workshop', 'lab', 'break', 'social'] as const

/** Only where a category is one of our words: nothing is concluded from a title. */
function kindOf({ categories }: ReadEntry): SessionsTable['kind'] {
  const named = categories.map((category) => fold(category).trim())
  return KINDS.find((kind) => named.includes(kind)) ?? 'other'
}

/** What of a session a file would change of that which every file knows. */
export function changesOf(known: StoredSession, fields: SessionFields, { event, tracks }: ImportFacts): Change[] {
  const codeOf = (trackId: string | null) => tracks.find(({ id }) => id === trackId)?.code ?? ''
  const changes: Change[] = [
    { field: 'title', from: known.title, to: fields.title },
    { field: 'when', from: whenOf(known, event.zone), to: whenOf(fields, event.zone) },
    { field: 'room', from: known.room ?? '', to: fields.room ?? '' },
    { field: 'track', from: codeOf(known.trackId), to: codeOf(fields.trackId) },
    { field: 'abstract', from: known.abstract, to: fields.abstract },
    { field: 'public', from: String(known.isPublic), to: String(fields.isPublic) },
  ]
  return changes.filter(({ from, to }) => from !== to)
}

type When = Pick<SessionFields, 'heldOn' | 'startsTime' | 'endsTime' | 'startsAt'>

/** When an entry is that does not become a session, where the file says so. */
function placeInTime({ when }: ReadEntry, zone: string): When | null {
  if (when === null || 'startsOn' in when) return null
  const { day: heldOn, time: startsTime } = wallClock(when.startsAt, zone)
  return { heldOn, startsTime, endsTime: wallClock(when.endsAt, zone).time, startsAt: when.startsAt }
}

/** `2027-06-14 09:00–10:30 UTC+2`. */
export function whenOf({ heldOn, startsTime, endsTime, startsAt }: When, zone: string): string {
  return `${heldOn} ${startsTime}–${endsTime} ${offsetName(startsAt, zone)}`
}
