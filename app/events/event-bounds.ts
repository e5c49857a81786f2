import { boundsOf, instantOf, type PartialDay } from '#app/values/moment.ts'

/** The days and the UTC bounds of an event, from its local dates, times and zone. Without times: whole days. */
export function eventBounds(when: {
  startsOn: PartialDay
  endsOn: PartialDay
  startsTime: string | null
  endsTime: string | null
  zone: string
}) {
  const firstOn = boundsOf(when.startsOn).first
  const lastOn = boundsOf(when.endsOn).last
  return {
    firstOn,
    lastOn,
    startsAt: instantOf(firstOn, when.startsTime ?? '00:00', when.zone),
    endsAt: instantOf(lastOn, when.endsTime ?? '24:00', when.zone),
  }
}
