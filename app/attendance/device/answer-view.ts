import type { Verdict } from '../verdict.ts'
import type { Desk } from './desk.ts'
import { make, own, part } from './dom.ts'
import type { Answer } from './judge.ts'
import type { Place } from './place.ts'
import type { Times } from './words.ts'

/** How an answer looks: a colour, a shape and words, each of which is enough. */
type Look = 'yes' | 'look' | 'no'

const SHAPES: Record<Look, string> = {
  yes: 'M12 2a10 10 0 1 1 0 20a10 10 0 0 1 0-20zM7 12.500l3.500 3.500l6.500-7.500',
  look: 'M12 3l10 18h-20zM12 10v5m0 2.500v.5',
  no: 'M8 2h8l6 6v8l-6 6h-8l-6-6v-8zM8 8l8 8m0-8l-8 8',
}

interface Around {
  desk: Desk
  place: Place
  times: Times
  letIn: (answer: Answer) => void
}

/** The last answer, big: readable from where the guest stands. */
export function showAnswer(answer: Answer, around: Around): void {
  const { say } = around.place
  const { verdict, person, isOverrulable } = answer
  const box = part('answer')
  const look = lookOf(verdict)
  box.dataset.is = look
  box.dataset.verdict = verdict
  box.hidden = false
  box.replaceChildren(
    shape(look),
    make(
      'div',
      {},
      make('p', { class: 'dv-word' }, say(`verdict.${verdict}`)),
      ...(person ? [make('p', { class: 'dv-name' }, own(person.name))] : []),
      make('p', {}, sentenceOf(answer, around)),
      ...(isOverrulable
        ? [make('button', { type: 'button', click: () => around.letIn(answer) }, say('letInAnyway'))]
        : []),
    ),
  )
}

export function lookOf(verdict: Verdict): Look {
  if (verdict === 'ok') return 'yes'
  return verdict === 'already-here' || verdict === 'misread' ? 'look' : 'no'
}

function sentenceOf({ verdict, values, person, isOwn }: Answer, { desk, place: { say }, times }: Around): string {
  const track = desk.list.tracks.find(({ id }) => id === (values.trackId ?? person?.trackId))
  switch (verdict) {
    case 'ok': {
      const due = values.due ? [say('stillDue', { amount: values.due })] : []
      return [person?.ticket, track?.title, track?.room, ...due].filter(Boolean).join(' · ')
    }
    case 'already-here':
      return say(isOwn ? 'alreadyOwn' : 'alreadyElsewhere', { time: times.clock(values.at!) })
    case 'not-paid':
      return values.due ? say('due', { amount: values.due }) : say('notConfirmed')
    case 'wrong-day':
      return say('validOn', { days: (values.days ?? []).map(times.day).join(', ') })
    case 'wrong-room':
      return track
        ? say('belongsTo', { track: [track.title, track.room].filter(Boolean).join(' · ') })
        : say('belongsElsewhere')
    case 'unknown':
      return say('notOnList', { time: times.clock(desk.device.listedAt) })
    case 'wrong-clock':
      return say('clockTurned')
    case 'misread':
      return say('readAgain')
    default:
      return values.at ? say('endedSince', { time: times.clock(values.at) }) : say('sendToDesk')
  }
}

function shape(look: Look): SVGSVGElement {
  const space = 'http://www.w3.org/2000/svg'
  const svg = document.createElementNS(space, 'svg')
  svg.setAttribute('viewBox', '0 0 24 24')
  svg.setAttribute('aria-hidden', 'true')
  const path = document.createElementNS(space, 'path')
  path.setAttribute('d', SHAPES[look])
  svg.append(path)
  return svg
}
