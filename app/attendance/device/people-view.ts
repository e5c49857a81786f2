import type { DevicePerson } from '../device-list.ts'
import type { Desk, State } from './desk.ts'
import { make, own, part, say } from './dom.ts'
import { findPeople } from './find-people.ts'
import type { Place } from './place.ts'
import type { Times } from './words.ts'

/** More rows than anybody scrolls through: the rest is found by name. */
const ROWS = 400

interface View {
  desk: Desk
  place: Place
  times: Times
  /** Somebody is tapped: present, or not any more. */
  tapped: (person: DevicePerson, state: State) => void
}

/** The people of the slot, by what is typed in the search field, and how many of them are here. */
export function showPeople(view: View): void {
  const { desk, place } = view
  const typed = part('search', HTMLInputElement).value
  const found = findPeople(desk.people, typed)
  const restore = rememberOpen()
  part('people').replaceChildren(...found.slice(0, ROWS).map((person) => row(person, view)))
  restore()
  const rest = found.length - ROWS
  say('found', found.length === 0 ? place.say('nobody') : rest > 0 ? place.say('moreFound', { count: rest }) : '')
  showCounts(view)
}

/** A newer list comes at any moment: it takes nobody's finger off a button. */
function rememberOpen(): () => void {
  const people = part('people')
  const open = [...people.querySelectorAll<HTMLElement>('[aria-expanded=true]')].map((button) => idOf(button))
  const focused = people.contains(document.activeElement) ? (document.activeElement as HTMLElement) : null
  const place = focused && { id: idOf(focused), at: buttonsOf(idOf(focused)).indexOf(focused) }
  return () => {
    for (const id of open) buttonsOf(id)[1]?.click()
    if (place) buttonsOf(place.id)[place.at]?.focus()
  }
}

function idOf(element: HTMLElement): string {
  return element.closest<HTMLElement>('li')!.dataset.id!
}

function buttonsOf(id: string): HTMLElement[] {
  return [...part('people').querySelectorAll<HTMLElement>(`[data-id="${id}"] button`)]
}

/** Draws one person anew, where their row is. */
export function showPerson(person: DevicePerson, view: View): void {
  const known = part('people').querySelector(`[data-id="${person.registrationId}"]`)
  if (known) {
    const hadFocus = known.contains(document.activeElement)
    const fresh = row(person, view)
    known.replaceWith(fresh)
    if (hadFocus) fresh.querySelector('button')!.focus()
  }
  showCounts(view)
}

function showCounts({ desk, place }: View): void {
  const people = desk.people
  const of = (state: State) =>
    people.filter(({ registrationId }) => desk.standingOf(registrationId)?.state === state).length
  const present = of('present')
  part('count').textContent = String(present)
  part('of').textContent = place.say('ofPeople', { count: people.length })
  const meter = part('meter', HTMLMeterElement)
  meter.max = Math.max(people.length, 1)
  meter.value = present
  const others = [
    [of('absent'), 'countAbsent'],
    [of('excused'), 'countExcused'],
  ] as const
  say('others', others.flatMap(([count, key]) => (count > 0 ? [place.say(key, { count })] : [])).join(' · '))
}

function row(person: DevicePerson, view: View): HTMLLIElement {
  const { desk, place, times, tapped } = view
  const standing = desk.standingOf(person.registrationId)
  const state = standing?.state ?? 'none'
  const isPresent = state === 'present'
  const track = desk.list.tracks.length > 1 && desk.list.tracks.find(({ id }) => id === person.trackId)
  const facts = [
    track && !desk.slot?.trackId ? track.code : '',
    person.ticket,
    desk.slot?.key === 'arrival' && !isPaid(person) ? place.say('notPaid') : '',
  ]
  const word = state === 'none' ? '' : place.say(`state.${state}`, { time: times.clock(standing!.at) })
  const more = make('div', { class: 'dv-choices', hidden: true }, ...choices(person, state, view))
  return make(
    'li',
    { 'data-id': person.registrationId, 'data-state': state },
    make(
      'button',
      {
        type: 'button',
        class: 'dv-mark',
        'aria-pressed': String(isPresent),
        // As it stands now: a second tap may come before the row is drawn anew.
        click: () => tapped(person, isHere(person, view) ? 'none' : 'present'),
      },
      make('span', { class: 'dv-shape', 'aria-hidden': 'true' }),
      make(
        'span',
        { class: 'dv-who' },
        make('b', {}, own(person.name)),
        ...(person.latinName ? [make('small', {}, own(person.latinName))] : []),
        ...(facts.some(Boolean) ? [make('small', {}, own(facts.filter(Boolean).join(' · ')))] : []),
        ...(word ? [make('small', { class: 'dv-said' }, word)] : []),
      ),
    ),
    make(
      'button',
      {
        type: 'button',
        class: 'dv-more',
        'aria-label': place.say('moreOf', { name: person.name }),
        'aria-expanded': 'false',
        click: (event) => {
          more.hidden = !more.hidden
          ;(event.currentTarget as HTMLElement).setAttribute('aria-expanded', String(!more.hidden))
        },
      },
      '⋯',
    ),
    more,
  )
}

function choices(person: DevicePerson, state: State, { place, tapped }: View): HTMLElement[] {
  return (['present', 'absent', 'excused', 'none'] as const).flatMap((one) =>
    one === state
      ? []
      : [make('button', { type: 'button', click: () => tapped(person, one) }, place.say(`mark.${one}`))],
  )
}

function isHere({ registrationId }: DevicePerson, { desk }: View): boolean {
  return desk.standingOf(registrationId)?.state === 'present'
}

function isPaid({ isConfirmed, due }: DevicePerson): boolean {
  return isConfirmed && due === ''
}
