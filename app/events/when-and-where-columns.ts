import { isLater } from './details-form.ts'
import { eventBounds } from './event-bounds.ts'
import type { Move } from './move-form.ts'
import { flag } from '#app/values/flag.ts'

/** An event's time and place as they are stored, with the bounds that they mean. */
export function whenAndWhereColumns(form: Omit<Move, 'programme'>) {
  const when = {
    startsOn: form.startsOn,
    endsOn: form.endsOn,
    startsTime: form.startsTime ?? null,
    endsTime: form.endsTime ?? null,
    zone: form.zone,
    startsLater: flag(isLater(form, 'starts')),
    endsLater: flag(isLater(form, 'ends')),
  }
  return {
    ...when,
    ...eventBounds(when),
    format: form.format,
    country: form.country ?? null,
    city: form.city || null,
    venue: form.venue || null,
    address: form.address || null,
    onlineUrl: form.onlineUrl ?? null,
  }
}
