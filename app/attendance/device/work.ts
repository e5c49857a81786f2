import type { DevicePerson } from '../device-list.ts'
import { lookOf, showAnswer } from './answer-view.ts'
import { isWrong } from './device-clock.ts'
import type { Desk, State } from './desk.ts'
import { hide, make, part, say, show } from './dom.ts'
import { findPeople } from './find-people.ts'
import { type Answer, judgeCode, judgePerson, type Looked } from './judge.ts'
import { showPeople, showPerson } from './people-view.ts'
import type { Place } from './place.ts'
import { type Scanner, startScanner } from './scanner.ts'
import { Sending } from './sending.ts'
import { setSignals, signal, wantsSignals } from './signals.ts'
import { dayIn, timesIn } from './words.ts'
import { showLine, showReport } from './line-view.ts'
import { wipeList } from './wipe.ts'
import { parseCode } from '#app/values/typed-code.ts'

/** The work itself: a slot, its people, the camera, and what is not sent yet. */
export async function work(desk: Desk, place: Place): Promise<void> {
  const times = timesIn(place.language, desk.list.event.zone, () => desk.now)
  const view = { desk, place, times, tapped }
  await desk.readMarks()
  const sending = new Sending(desk, place, {
    line: () => status(),
    told: (marks) => showReport(marks, { desk, place, times }),
    renewed: () => draw(),
    ended: () => void ended(),
  })
  let scanner: Scanner | null = null
  /** Other windows of this device: their marks are ours. */
  const others = new BroadcastChannel('attendance')

  hide('open', 'unlock')
  show('work')
  fillSlots()
  draw()
  listen()
  void sending.now()

  function draw(): void {
    showPeople(view)
    status()
  }

  function status(): void {
    showLine({ desk, place, times, line: sending.line })
    const { offset } = desk.device
    const hours = Math.round(Math.abs(offset) / 3_600_000)
    const wrong =
      hours > 0
        ? place.say('clockHours', { count: hours })
        : place.say('clockMinutes', { count: Math.round(Math.abs(offset) / 60_000) })
    say('clock', isWrong(offset) ? wrong : '')
  }

  async function mark(person: DevicePerson, state: State, options: Parameters<Desk['mark']>[2] = {}): Promise<void> {
    try {
      await desk.mark(person.registrationId, state, options)
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has one origin, ours
      others.postMessage('marked')
    } catch {
      // It is on the page and will be sent; closing the page now would lose it.
      say('unable', place.say('notStored'))
    }
    showPerson(person, view)
    status()
    sending.soon()
  }

  /** At the desk whoever has not paid is spoken of first, by list as by scan. */
  function tapped(person: DevicePerson, state: State): void {
    const isArrival = desk.slot?.key === 'arrival'
    const judged = isArrival && state === 'present' ? judgePerson(person, looked()) : null
    if (judged && judged.verdict !== 'ok') answer(judged)
    else {
      hide('answer')
      void mark(person, state)
    }
  }

  function looked(): Looked {
    return {
      list: desk.list,
      slot: desk.slot!,
      now: desk.now,
      today: dayIn(desk.list.event.zone, desk.now),
      standingOf: (id) => desk.standingOf(id),
    }
  }

  async function code(text: string): Promise<void> {
    if (!desk.slot) return
    const judged = await judgeCode(text, looked())
    answer(judged)
    if (judged.verdict === 'ok') await mark(judged.person!, 'present', { source: 'scan' })
  }

  function answer(judged: Answer): void {
    showAnswer(judged, { desk, place, times, letIn })
    signal(lookOf(judged.verdict) === 'yes')
    part('answer').scrollIntoView({ block: 'nearest' })
  }

  function letIn({ person, verdict }: Answer): void {
    const welcome: Answer = { verdict: 'ok', values: {}, person, isOverrulable: false, isOwn: true }
    showAnswer(welcome, { desk, place, times, letIn })
    void mark(person!, 'present', { source: desk.list.door === 'desk' ? 'desk' : 'scan', overruled: verdict })
  }

  function fillSlots(): void {
    const select = part('slot', HTMLSelectElement)
    select.replaceChildren()
    let group: HTMLElement = select
    let last = ''
    for (const { key, day, title, room } of desk.list.slots) {
      if (day !== last) {
        last = day
        group = make('optgroup', { label: times.day(day) })
        select.append(group)
      }
      const option = make('option', { value: key }, [title, room].filter(Boolean).join(' · '))
      option.selected = key === desk.device.slot
      group.append(option)
    }
    if (!desk.slot) void desk.choose(select.value).then(draw)
  }

  function listen(): void {
    const on = (name: string, kind: string, heard: () => void) => part(name).addEventListener(kind, heard)
    on('slot', 'change', () => {
      hide('answer')
      void desk.choose(part('slot', HTMLSelectElement).value).then(draw)
    })
    on('search', 'input', () => showPeople(view))
    on('send', 'click', () => void sending.now())
    on('scan', 'click', () => void (scanner ? stopScan() : scan()))
    on('signals', 'change', () => setSignals(part('signals', HTMLInputElement).checked))
    on('light', 'click', switchLight)
    on('lock', 'click', () => location.reload())
    part('signals', HTMLInputElement).checked = wantsSignals()
    part('typed').addEventListener('submit', (event) => {
      event.preventDefault()
      const field = part('search', HTMLInputElement)
      // Some names have eight letters, as codes have.
      if (field.value.trim() === '' || isName(field.value)) return
      void code(field.value)
      field.value = ''
      showPeople(view)
    })
    others.addEventListener('message', () => void desk.readMarks().then(draw))
  }

  function isName(typed: string): boolean {
    const found = findPeople(desk.people, typed)
    return found.length > 0 && !found.some((person) => person.code === parseCode(typed))
  }

  async function scan(): Promise<void> {
    show('camera')
    say('camera-error', '')
    const started = await startScanner(part('video', HTMLVideoElement), (text) => void code(text)).catch(() => null)
    if (!started) {
      hide('camera')
      say('camera-error', place.say('noCamera'))
      return
    }
    scanner = started
    part('scan').textContent = place.say('stopScan')
    part('light').hidden = !scanner.light
  }

  function switchLight(): void {
    const isOn = part('light').getAttribute('aria-pressed') !== 'true'
    part('light').setAttribute('aria-pressed', String(isOn))
    void scanner?.light?.(isOn)
  }

  function stopScan(): void {
    scanner?.stop()
    scanner = null
    hide('camera')
    part('scan').textContent = place.say('scan')
  }

  async function ended(): Promise<void> {
    stopScan()
    desk.device = await wipeList(desk.store, desk.device)
    hide('workplace')
    say('ended', place.say('deviceEnded'))
    status()
  }
}
