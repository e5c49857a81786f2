import type { Rehearsal } from './rehearse-change.server.ts'

/** Of a rehearsal what its page shows: the event before and after, as far as a change touches it, and the mail. */
export function shownRehearsal({ before, after, sessions, mail }: Rehearsal) {
  return { before: factsOf(before), after: factsOf(after), sessions, mail, calendarMail: before.calendarMail }
}

function factsOf(event: Rehearsal['before']) {
  const { startsOn, endsOn, startsTime, endsTime, zone, startsAt, sequence } = event
  const { format, country, city, venue, address, onlineUrl } = event
  const when = { startsOn, endsOn, startsTime, endsTime, zone, startsAt, sequence }
  return { ...when, format, country, city, venue, address, onlineUrl }
}
