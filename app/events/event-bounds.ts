import { boundsOf, instantOf, type PartialDay } from '#app/values/moment.ts'
import type { Flag } from '#db/schema.ts'

/** The days and the UTC bounds of an event, from its local dates, times and zone. Without times: whole days. */
export function eventBounds(when: {
  startsOn: PartialDay
  endsOn: PartialDay
  startsTime: string | null
  endsTime: string | null
  startsLater?: Flag | boolean
  endsLater?: Flag | boolean
  zone: string
}) {
  const firstOn = boundsOf(when.startsOn).first
  const lastOn = boundsOf(when.endsOn).last
  return {
    firstOn,
    lastOn,
    startsAt: instantOf(firstOn, when.startsTime ?? '00:00', when.zone, Boolean(when.startsLater)),
    endsAt: instantOf(lastOn, when.endsTime ?? '24:00', when.zone, Boolean(when.endsLater)),
  }
}

/** The UTC bounds of a session, from its times on the clocks of its event. */
export function sessionBounds(
  when: {
    heldOn: string
    startsTime: string
    endsTime: string
    startsLater?: Flag | boolean
    endsLater?: Flag | boolean
  },
  zone: string,
) {
  return {
    startsAt: instantOf(when.heldOn, when.startsTime, zone, Boolean(when.startsLater)),
    endsAt: instantOf(when.heldOn, when.endsTime, zone, Boolean(when.endsLater)),
  }
}
