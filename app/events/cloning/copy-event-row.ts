import type { Selectable } from 'kysely'
import { eventBounds } from '../event-bounds.ts'
import { type Shift, shiftHour } from './shift-times.ts'
import type { Instant } from '#app/values/moment.ts'
import type { EventsTable } from '#db/schema.ts'

export interface CopiedEvent extends Selectable<EventsTable> {}

interface Around {
  id: string
  slug: string
  parentId: string | null
  startsOn: string
  isTemplate: boolean
  shift: Shift
  now: Instant
}

/** What the copy of an event has of its own; every other column is copied as it is. */
export const OWN_COLUMNS = [
  'id',
  'slug',
  'parentId',
  'edition',
  'status',
  'isSample',
  'isTemplate',
  'previousId',
  'previewVersion',
  'startsOn',
  'endsOn',
  'startsTime',
  'endsTime',
  'startsLater',
  'endsLater',
  'firstOn',
  'lastOn',
  'startsAt',
  'endsAt',
  'applyFromAt',
  'applyUntilAt',
  'scholarshipFromAt',
  'scholarshipUntilAt',
  'postponedAt',
  'previousOn',
  'attendance',
  'attendanceCountries',
  'confidence',
  'historyNotes',
  'sequence',
  'version',
  'programmeVersion',
  'calendarDigest',
  'calendarAt',
  'publishedAt',
  'cancelledAt',
  'createdAt',
  'updatedAt',
] as const satisfies (keyof EventsTable)[]

/** The row of an event that is made from another: a draft on its new days, without a past. */
export function copyEventRow(from: CopiedEvent, around: Around): CopiedEvent {
  const { id, slug, parentId, startsOn, isTemplate, shift, now } = around
  const own: Pick<CopiedEvent, (typeof OWN_COLUMNS)[number]> = {
    id,
    slug,
    parentId,
    edition: from.edition === null || isTemplate || from.isTemplate ? from.edition : from.edition + 1,
    status: 'draft',
    isSample: 0,
    isTemplate: isTemplate ? 1 : 0,
    previousId: isTemplate || from.isTemplate ? null : from.id,
    ...whenOf(from, startsOn, shift),
    ...windowsOf(from, shift),
    postponedAt: null,
    previousOn: null,
    attendance: null,
    attendanceCountries: null,
    confidence: null,
    historyNotes: null,
    sequence: 0,
    version: 0,
    previewVersion: 0,
    programmeVersion: 0,
    calendarDigest: '',
    calendarAt: null,
    publishedAt: null,
    cancelledAt: null,
    createdAt: now,
    updatedAt: now,
  }
  return { ...from, ...own }
}

/** Its days, as many as before, and its hours on them. Of a month or a year that history knows, one day is left. */
function whenOf(from: CopiedEvent, startsOn: string, shift: Shift) {
  const isKnown = from.startsOn.length === 10 && from.endsOn.length === 10
  const endsOn = isKnown ? shift.day(from.endsOn) : startsOn
  const { startsTime: starts, endsTime: ends } = from
  const hour =
    startsOn === endsOn && starts && ends
      ? shiftHour(shift, startsOn, { startsTime: starts, endsTime: ends })
      : { startsTime: starts && shift.time(startsOn, starts), endsTime: ends && shift.time(endsOn, ends) }
  const when = { startsOn, endsOn, ...hour, zone: from.zone, startsLater: 0, endsLater: 0 } as const
  const { zone: _, ...own } = when
  return { ...own, ...eventBounds(when) }
}

function windowsOf(from: CopiedEvent, shift: Shift) {
  const moment = (at: Instant | null) => (at === null ? null : shift.moment(at))
  return {
    applyFromAt: moment(from.applyFromAt),
    applyUntilAt: moment(from.applyUntilAt),
    scholarshipFromAt: moment(from.scholarshipFromAt),
    scholarshipUntilAt: moment(from.scholarshipUntilAt),
  }
}
