import type { Kysely } from 'kysely'
import { type AttendanceUnit, type HalfDay, slotKey } from './slot.ts'
import { languageOf } from '#app/locales/languages.ts'
import { type Translate, translator } from '#app/locales/translate.ts'
import { daysOfEvent } from '#app/programme/event-days.ts'
import { formatDay } from '#app/values/dates.ts'
import { type Instant, instantOf } from '#app/values/moment.ts'
import type { Database } from '#db/schema.ts'

/** Something to be marked, as its reader calls it. */
export interface AttendanceSlot {
  /** What marks are stored under. */
  key: string
  kind: 'arrival' | 'day' | 'half' | 'session'
  /** Null for the arrival. */
  day: string | null
  half: HalfDay | null
  sessionId: string | null
  title: string
  room: string | null
  /** The only track that it is for; null for everybody. */
  trackId: string | null
  startsAt: Instant
  endsAt: Instant
}

/** Where a day is cut in two. */
const NOON = '13:00'

interface Asked {
  eventId: string
  /** Slots of this track, and those for everybody. */
  trackId?: string | null
  language?: string
  /** Instead of what the event's organizers chose. */
  unit?: AttendanceUnit
}

/** What is marked at an event, in order: the arrival first, then its days, halves of days or sessions. Three queries at most. */
export async function readSlots(
  db: Kysely<Database>,
  { eventId, trackId, language = 'en', unit }: Asked,
): Promise<AttendanceSlot[]> {
  const event = await db
    .selectFrom('events')
    .leftJoin('attendancePlans', 'attendancePlans.eventId', 'events.id')
    .select(['startsOn', 'endsOn', 'zone', 'startsAt', 'endsAt', 'attendancePlans.unit', 'firstOn', 'lastOn'])
    .where('events.id', '=', eventId)
    .executeTakeFirst()
  if (!event) return []
  const t = translator(languageOf(language))
  const { startsAt, endsAt } = event
  const arrival: AttendanceSlot = { ...slotOf('arrival'), title: t('attendance.arrival'), startsAt, endsAt }
  const wanted = unit ?? event.unit ?? 'half-day'
  if (wanted === 'session') return [arrival, ...(await sessionSlots(db, { eventId, trackId }))]
  const days = daysOfEvent(event)
  const named = (day: string) => formatDay(day, language, { weekday: true, year: false })
  if (wanted === 'day') return [arrival, ...days.map((day) => daySlot(day, event.zone, named(day)))]
  return [
    arrival,
    ...days.flatMap((day) => (['am', 'pm'] as const).map((half) => halfSlot(day, half, event.zone, named(day), t))),
  ]
}

function slotOf(kind: AttendanceSlot['kind']) {
  const key = kind === 'arrival' ? slotKey({ kind }) : ''
  return { key, kind, day: null, half: null, sessionId: null, room: null, trackId: null }
}

function daySlot(day: string, zone: string, title: string): AttendanceSlot {
  return {
    ...slotOf('day'),
    key: slotKey({ kind: 'day', day }),
    day,
    title,
    startsAt: instantOf(day, '00:00', zone),
    endsAt: instantOf(day, '24:00', zone),
  }
}

function halfSlot(day: string, half: HalfDay, zone: string, named: string, t: Translate): AttendanceSlot {
  const [starts, ends] = half === 'am' ? ['00:00', NOON] : [NOON, '24:00']
  return {
    ...slotOf('half'),
    key: slotKey({ kind: 'half', day, half }),
    day,
    half,
    title: t(`attendance.half.${half}`, { day: named }),
    startsAt: instantOf(day, starts, zone),
    endsAt: instantOf(day, ends, zone),
  }
}

/** Breaks and evenings are nobody's attendance. */
async function sessionSlots(db: Kysely<Database>, { eventId, trackId }: Asked): Promise<AttendanceSlot[]> {
  const rows = await db
    .selectFrom('sessions')
    .select(['id', 'title', 'heldOn', 'room', 'trackId', 'startsAt', 'endsAt'])
    .where('eventId', '=', eventId)
    .where('kind', 'not in', ['break', 'social'])
    .$if(Boolean(trackId), (query) =>
      query.where(({ eb, or }) => or([eb('trackId', '=', trackId!), eb('trackId', 'is', null)])),
    )
    .orderBy('startsAt')
    .orderBy('id')
    .execute()
  return rows.map(({ id, heldOn, ...row }) => ({
    ...row,
    key: slotKey({ kind: 'session', sessionId: id }),
    kind: 'session',
    day: heldOn,
    half: null,
    sessionId: id,
  }))
}
