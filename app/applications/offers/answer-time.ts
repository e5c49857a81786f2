import type { Call } from '#app/applications/calls/call.ts'
import { addMinutes, type Instant } from '#app/values/moment.ts'

type Terms = Pick<Call, 'offerHours' | 'noOffersAfterAt' | 'waves'>

/** Less than this to answer in is no offer. */
const LEAST_MINUTES = 60

/** The wave in which something is offered now: the one that runs, else the next to come, else the last; 1 without any. */
function waveAt({ waves }: Pick<Terms, 'waves'>, now: Instant): Terms['waves'][number] | null {
  const running = waves.findLast(({ startsAt, answerUntilAt }) => startsAt <= now && now < answerUntilAt)
  return running ?? waves.find(({ startsAt }) => startsAt > now) ?? waves.at(-1) ?? null
}

/**
 * Until when somebody who is offered something now may answer, and in which wave: as the wave says, else so many hours;
 * never beyond the last day of offers or the beginning of the event. Null when nothing is offered any more.
 */
export function answerTime(
  call: Terms,
  { startsAt }: { startsAt: Instant },
  now: Instant,
): { wave: number; untilAt: Instant } | null {
  const wave = waveAt(call, now)
  const wanted = wave && wave.answerUntilAt > now ? wave.answerUntilAt : addMinutes(now, call.offerHours * 60)
  const untilAt = [wanted, call.noOffersAfterAt ?? wanted, startsAt].toSorted()[0]!
  return untilAt < addMinutes(now, LEAST_MINUTES) ? null : { wave: wave?.number ?? 1, untilAt }
}
