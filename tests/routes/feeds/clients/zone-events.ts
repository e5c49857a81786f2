type Wall = [day: string, time?: string]

export type ZoneEvent = [title: string, zone: string, start: Wall, end: Wall, instants: [start: string, end: string]]

/** 02:30 comes twice that night; the organizer has said which. */
export const TWICE = 'Berlin, the second 02:30'

/** Zones that clients get wrong, by title: the clocks there, and the instants (A.7). */
export const EVENTS: ZoneEvent[] = [
  ['Kathmandu', 'Asia/Kathmandu', ['2027-02-01', '09:00'], ['2027-02-01', '17:00'], ['2027-02-01T03:15:00Z', '2027-02-01T11:15:00Z']],
  ['Casablanca', 'Africa/Casablanca', ['2026-12-01', '09:00'], ['2026-12-01', '10:00'], ['2026-12-01T09:00:00Z', '2026-12-01T10:00:00Z']],
  ['Cairo, morning', 'Africa/Cairo', ['2027-04-30', '09:00'], ['2027-04-30', '10:00'], ['2027-04-30T06:00:00Z', '2027-04-30T07:00:00Z']],
  ['Cairo, evening', 'Africa/Cairo', ['2027-04-29', '22:00'], ['2027-04-29', '23:00'], ['2027-04-29T20:00:00Z', '2027-04-29T21:00:00Z']],
  ['Vancouver', 'America/Vancouver', ['2026-12-01', '09:00'], ['2026-12-01', '10:00'], ['2026-12-01T16:00:00Z', '2026-12-01T17:00:00Z']],
  ['Berlin, over a night', 'Europe/Berlin', ['2027-03-27', '22:00'], ['2027-03-28', '06:00'], ['2027-03-27T21:00:00Z', '2027-03-28T04:00:00Z']],
  [TWICE, 'Europe/Berlin', ['2027-10-31', '02:30'], ['2027-10-31', '04:30'], ['2027-10-31T01:30:00Z', '2027-10-31T03:30:00Z']],
  ['Five days', 'Africa/Kigali', ['2027-02-01'], ['2027-02-05'], ['2027-02-01', '2027-02-06']],
  ['ورشة عمل في توجيه الإنترنت، كيغالي؛ اليوم الأول', 'Africa/Kigali', ['2027-06-14'], ['2027-06-14'], ['2027-06-14', '2027-06-15']],
] // prettier-ignore
