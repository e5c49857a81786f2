import type { Insertable, Kysely } from 'kysely'
import { applyStates, placeOf } from './apply-states.server.ts'
import { clockOffBy, isWrongClock, momentOfMark } from './mark-moment.ts'
import { type EventSlots, findEventSlots, findMarkable, isSlotOpen, type Markable } from './markable.server.ts'
import type { MarkOutcome, MarkSource, NewMark } from './new-mark.ts'
import { noteConflicts } from './note-conflicts.server.ts'
import { findEarlier, type Earlier } from './find-earlier.server.ts'
import { findNoted } from './find-noted.server.ts'
import { mayOverrule, type Verdict } from './verdict.ts'
import { recordAudit } from '#app/audit/record.server.ts'
import type { EventPlace } from '#app/people/rights.ts'
import { isInstant, type Instant } from '#app/values/moment.ts'
import type { Result } from '#app/values/refusal.ts'
import type { AttendanceMarksTable, Database } from '#db/schema.ts'
import { transact } from '#db/transact.ts'

/** Marks of one statement: below both databases' limits of parameters. */
const AT_ONCE = 400

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const STATES = ['present', 'absent', 'excused', 'none']

export interface RecordMarks {
  event: EventPlace
  marks: NewMark[]
  accountId: string
  trackIds: string[] | 'all'
  /** What sent them; without, they were made here and now. */
  deviceId?: string | null
  /** What the device's clock showed when it sent. */
  deviceNow?: Instant
  source: MarkSource
  sheetId?: string | null
  /** At which desk. */
  desk?: string
  now: Instant
}

/**
 * Stores what somebody saw, in any order and any number of times: a mark is known by its id, and the newest of a person and
 * slot holds. What cannot be a mark of this event or of this marker is refused by itself; everything else is kept, and what
 * contradicts something is laid before a person.
 */
export async function recordMarks(db: Kysely<Database>, input: RecordMarks): Promise<Result<MarkOutcome[], 'busy'>> {
  return await transact<MarkOutcome[]>(db, async (db) => {
    const outcomes: MarkOutcome[] = []
    for (let from = 0; from < input.marks.length; from += AT_ONCE)
      outcomes.push(...(await recordLot(db, { ...input, marks: input.marks.slice(from, from + AT_ONCE) })))
    return outcomes
  })
}

async function recordLot(db: Kysely<Database>, input: RecordMarks): Promise<MarkOutcome[]> {
  const { event, trackIds, now } = input
  const marks = input.marks.filter(({ id }) => ID.test(id))
  const ids = [...new Set(marks.map(({ registrationId }) => registrationId))]
  const people = await findMarkable(db, { eventId: event.id, trackIds, ids })
  const slots = await findEventSlots(db, event.id, [...new Set(marks.map(({ slot }) => slot))])
  const refusals = new Map(input.marks.map((mark) => [mark, refusalOf(mark, people, slots, input)]))
  const known = await findKnown(db, marks)
  const accepted = input.marks.filter((mark) => refusals.get(mark) === null)
  const before = await findEarlier(db, accepted)
  const rows = await store(
    db,
    firstOfEach(accepted.filter(({ id }) => !known.has(id))).map((mark) => rowOf(mark, input)),
  )
  await applyStates(db, { eventId: event.id, marks: rows })
  const isOff = isWrongClock(clockOffBy(input.deviceNow, now))
  await noteConflicts(db, { eventId: event.id, marks: rows, people, isOff, now })
  await recordOverruled(db, rows, now)
  const noted: Known['noted'] = input.deviceId ? await findNoted(db, { eventId: event.id, marks }) : new Map()
  return input.marks.map((mark) =>
    outcomeOf(mark, { refusal: refusals.get(mark)!, known, before, noted, people, input }),
  )
}

/** The marks as they are stored: of one that came twice at the same moment, the first says when it was seen. */
async function store(db: Kysely<Database>, rows: Row[]): Promise<Row[]> {
  if (rows.length === 0) return rows
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('attendanceMarks')
    .ignore()
    .values(rows)
    .executeTakeFirstOrThrow()
  if (Number(numInsertedOrUpdatedRows) === rows.length) return rows
  return await db
    .selectFrom('attendanceMarks')
    .selectAll()
    .where('eventId', '=', rows[0]!.eventId)
    .where(
      'id',
      'in',
      rows.map(({ id }) => id),
    )
    .execute()
}

function firstOfEach(marks: NewMark[]): NewMark[] {
  return [...new Map(marks.toReversed().map((mark) => [mark.id, mark])).values()].toReversed()
}

/** A mark that a device made without knowing better is kept, whatever the seat is by now; here and now we know. */
function refusalOf(
  mark: NewMark,
  people: Map<string, Markable>,
  slots: EventSlots,
  { trackIds, deviceId }: RecordMarks,
): Verdict | null {
  const person = people.get(mark.registrationId)
  if (!ID.test(mark.id) || !STATES.includes(mark.state) || !isInstant(mark.at)) return 'misread'
  if (!person) return 'unknown'
  if (!isSlotOpen(mark.slot, slots, trackIds)) return 'wrong-room'
  if (deviceId || mark.state === 'none') return null
  if (person.state === 'held') return mark.overruled && mayOverrule('not-paid', 'desk') ? null : 'not-paid'
  return endedVerdict(person)
}

function endedVerdict({ state }: Markable): Verdict | null {
  if (state === 'transferred') return 'passed-on'
  return state === 'cancelled' || state === 'lapsed' ? state : null
}

async function findKnown(db: Kysely<Database>, marks: NewMark[]): Promise<Set<string>> {
  if (marks.length === 0) return new Set()
  const ids = marks.map(({ id }) => id)
  const rows = await db.selectFrom('attendanceMarks').select('id').where('id', 'in', ids).execute()
  return new Set(rows.map(({ id }) => id))
}

type Row = Insertable<AttendanceMarksTable> & { deviceId: string | null; overruled: string }

function rowOf(mark: NewMark, { event, accountId, deviceId, deviceNow, source, sheetId, desk, now }: RecordMarks): Row {
  const { id, registrationId, slot, state, deviceAt } = mark
  return {
    id,
    eventId: event.id,
    registrationId,
    slot,
    state,
    at: momentOfMark(mark, { deviceNow, now }),
    deviceAt: deviceAt ?? null,
    receivedAt: now,
    accountId,
    deviceId: deviceId ?? null,
    source: mark.source ?? source,
    sheetId: sheetId ?? null,
    overruled: mark.overruled ?? '',
    desk: desk ?? '',
  }
}

/** A mark is its own entry: who, what, when. That somebody was let in all the same is a decision besides. */
async function recordOverruled(db: Kysely<Database>, rows: Row[], now: Instant): Promise<void> {
  await recordAudit(
    db,
    now,
    rows
      .filter(({ overruled }) => overruled !== '')
      .map(({ accountId, eventId, registrationId, slot, overruled }) => ({
        actor: { kind: 'account', id: accountId },
        action: 'registration.let-in',
        objectKind: 'registration',
        objectId: registrationId,
        eventId,
        after: { slot, overruled },
      })),
  )
}

interface Known {
  refusal: Verdict | null
  known: Set<string>
  before: Map<string, Earlier>
  noted: Awaited<ReturnType<typeof findNoted>>
  people: Map<string, Markable>
  input: RecordMarks
}

function outcomeOf(mark: NewMark, { refusal, known, before, noted, people, input }: Known): MarkOutcome {
  if (refusal !== null) return { id: mark.id, is: 'refused', why: refusal }
  const found = before.get(placeOf(mark))
  const offBy = clockOffBy(input.deviceNow, input.now)
  const why = endedVerdict(people.get(mark.registrationId)!)
  const conflict = noted.get(mark.id)
  const besides = {
    ...(why ? { why } : isWrongClock(offBy) ? { why: 'wrong-clock' as const } : {}),
    ...(conflict ? { conflict } : {}),
    ...(found ? { earlier: found.shown } : {}),
    ...(offBy === 0 ? {} : { clockOffBy: offBy }),
  }
  if (known.has(mark.id)) return { id: mark.id, is: 'known', ...besides }
  const at = momentOfMark(mark, input)
  const isOlder = found !== undefined && (found.shown.at > at || (found.shown.at === at && found.markId > mark.id))
  return { id: mark.id, is: isOlder ? 'older' : 'stored', ...besides }
}
