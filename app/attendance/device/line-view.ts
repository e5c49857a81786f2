import type { Desk } from './desk.ts'
import type { MarkOutcome } from '../new-mark.ts'
import { make, own, part, say } from './dom.ts'
import type { KeptMark } from './marks.ts'
import type { Place } from './place.ts'
import type { Line } from './sending.ts'
import type { Times } from './words.ts'

interface Around {
  desk: Desk
  place: Place
  times: Times
}

/** What is not sent yet, in one plain line, and what to do about it. */
export function showLine({ desk, place, times, line }: Around & { line: Line }): void {
  const count = desk.unsent.length
  const last = desk.device.lastSentAt
  const bar = part('line')
  bar.dataset.is = count === 0 ? (line === 'unreached' ? 'off' : 'ok') : 'wait'
  part('unsent').textContent = count === 0 ? place.say('allSent') : place.say('unsent', { count })
  part('last').textContent = last ? place.say('lastSent', { time: times.clock(last) }) : ''
  part('offline').hidden = line !== 'unreached'
  part('signed-out').hidden = line !== 'signed-out'
  say('signed-out-words', line === 'signed-out' ? place.say('signInAgain', { count }) : '')
  say('refused', line === 'refused' ? place.say('refused', { count }) : '')
  say(
    'listed',
    place.say('listed', {
      time: times.clock(desk.device.listedAt),
      zone: desk.list.event.zone,
      count: desk.list.people.length,
    }),
  )
  part('name').textContent = desk.device.name
}

/** A wrong clock is spoken of once, above the list, and not with every mark. */
function isOdd({ is, why, conflict }: MarkOutcome): boolean {
  return is === 'refused' || is === 'older' || conflict !== undefined || (why !== undefined && why !== 'wrong-clock')
}

/** What the server could not take as it was, in words. It stays until somebody has read it. */
export function showReport(marks: KeptMark[], { desk, place, times }: Around): void {
  const odd = marks.filter(({ outcome }) => isOdd(outcome!))
  if (odd.length === 0) return
  const people = new Map(desk.list.people.map((person) => [person.registrationId, person.name]))
  part('report').hidden = false
  part('report-list').append(
    ...odd.map(({ registrationId, outcome, at }) =>
      make(
        'li',
        {},
        own(people.get(registrationId) ?? place.say('somebody')),
        ` · ${times.clock(at)} · ${becameOf(outcome!, place)}`,
      ),
    ),
  )
}

function becameOf({ is, why, conflict }: MarkOutcome, { say: t }: Place): string {
  if (conflict) return t(`conflict.${conflict}`)
  return `${t(`outcome.${is}`)} ${why ? t(`verdict.${why}`) : ''}`
}
