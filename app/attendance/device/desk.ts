import type { DeviceList, DevicePerson, DeviceSlot } from '../device-list.ts'
import { deviceNow, nextMoment, offsetOf, putRight } from './device-clock.ts'
import { seal } from './envelope.ts'
import type { Fetched } from './fetch-list.ts'
import { type KeptMark, put, settledBy, type Standing, standingKey, standings, unsentOf } from './marks.ts'
import { afterSending, type Sent } from './send-marks.ts'
import type { KeptDevice, Store } from './store.ts'

export type State = KeptMark['state']

/** What the page knows while it is open: the list, its key, the marks, and how they add up. */
export class Desk {
  marks: KeptMark[] = []
  standing = new Map<string, Standing>()
  readonly store: Store
  readonly key: CryptoKey
  device: KeptDevice
  list: DeviceList

  constructor({ store, key, device, list }: Pick<Desk, 'store' | 'key' | 'device' | 'list'>) {
    this.store = store
    this.key = key
    this.device = device
    this.list = list
  }

  /** Reads the marks anew: another window of this device may have made some. */
  async readMarks(): Promise<void> {
    const stored = await this.store.marks(this.device.event)
    const ids = new Set(stored.map(({ id }) => id))
    // What was marked while they were read is not among them yet.
    this.marks = [...stored, ...this.unsent.filter(({ id }) => !ids.has(id))]
    this.standing = standings(this.list.states, this.marks)
  }

  get unsent(): KeptMark[] {
    return unsentOf(this.marks)
  }

  get now(): string {
    return putRight(deviceNow(), this.device.offset)
  }

  get slot(): DeviceSlot | undefined {
    return this.list.slots.find(({ key }) => key === this.device.slot)
  }

  /** Whom the slot is for. */
  get people(): DevicePerson[] {
    const trackId = this.slot?.trackId ?? ''
    return trackId === '' ? this.list.people : this.list.people.filter((person) => person.trackId === trackId)
  }

  standingOf(registrationId: string, slot = this.device.slot): Standing | undefined {
    return this.standing.get(standingKey(registrationId, slot))
  }

  async choose(slot: string): Promise<void> {
    this.device = { ...this.device, slot }
    await this.store.keepDevice(this.device)
  }

  /** Makes a mark. It is on the disk before the promise is kept. */
  async mark(
    registrationId: string,
    state: State,
    { source = 'list', overruled = '' }: Partial<Pick<KeptMark, 'source' | 'overruled'>> = {},
  ): Promise<KeptMark> {
    const at = nextMoment(this.now, this.device.lastMarkAt)
    const mark: KeptMark = {
      id: crypto.randomUUID(),
      event: this.device.event,
      registrationId,
      slot: this.device.slot,
      state,
      at,
      deviceAt: new Date(deviceNow()).toISOString(),
      source,
      overruled,
      sentAt: '',
      outcome: null,
    }
    this.device = { ...this.device, lastMarkAt: at }
    this.marks.push(mark)
    put(this.standing, mark, { state, at, markId: mark.id, isOwn: true })
    await Promise.all([this.store.keepMarks([mark]), this.store.keepDevice(this.device)])
    return mark
  }

  /** Keeps what the server said of marks; of the clock too. */
  async sent(answer: Extract<Sent, { kind: 'sent' }>): Promise<KeptMark[]> {
    const told = afterSending(this.marks, answer)
    const byId = new Map(told.map((mark) => [mark.id, mark]))
    this.marks = this.marks.map((mark) => byId.get(mark.id) ?? mark)
    this.device = { ...this.device, offset: answer.offset, lastSentAt: answer.at }
    await this.store.keepMarks(told)
    await this.store.keepDevice(this.device)
    this.standing = standings(this.list.states, this.marks)
    return told
  }

  /** Takes a newer list in place of the one there is; marks that it tells are forgotten here. */
  async renew({ list }: Extract<Fetched, { kind: 'list' }>): Promise<void> {
    const settled = settledBy(this.marks, list.at).map(({ id }) => id)
    const sealed = await seal(this.key, this.device.event, list)
    this.list = list
    this.device = {
      ...this.device,
      sealed,
      listedAt: list.at,
      keepUntil: list.event.keepUntil,
      offset: offsetOf(list.at, deviceNow()),
    }
    await this.store.keepDevice(this.device)
    await this.store.dropMarks(settled)
    await this.readMarks()
  }
}

/** The slot that one most likely wants now: the one that is on, else the next, else the last. */
export function likelySlot(slots: DeviceSlot[], now: string): string {
  const on = slots.findLast(({ key, startsAt, endsAt }) => key !== 'arrival' && startsAt <= now && now < endsAt)
  const next = slots.find(({ key, startsAt }) => key !== 'arrival' && startsAt > now)
  return (on ?? next ?? slots.at(-1))?.key ?? 'arrival'
}
