import type { DeviceList } from '../device-list.ts'
import { deviceNow, offsetOf } from './device-clock.ts'
import { Desk, likelySlot } from './desk.ts'
import { part, say } from './dom.ts'
import { keyOf, newLock, seal, unseal } from './envelope.ts'
import { fetchList } from './fetch-list.ts'
import type { Place } from './place.ts'
import type { KeptDevice, Store } from './store.ts'

const SHORTEST = 8

/** Makes this browser a device: its name is told to the server, its passphrase to nobody. */
export async function openHere(place: Place, store: Store): Promise<Desk | null> {
  const { say: t } = place
  const form = part('open', HTMLFormElement)
  const [name, passphrase, again] = ['name', 'passphrase', 'again'].map((id) => typed(form, id))
  if (!name!.trim()) return failed('open-error', t('nameMissing'))
  if (passphrase!.length < SHORTEST) return failed('open-error', t('tooShort', { count: SHORTEST }))
  if (passphrase !== again) return failed('open-error', t('notTheSame'))
  const known = await store.device(place.event)
  const opened = await openAtServer(place, name!)
  if (typeof opened === 'string') return failed('open-error', t(opened))
  const fetched = await fetchList(`${place.page}/list.json`, opened.deviceId)
  if (fetched.kind !== 'list') return failed('open-error', t(fetched.kind === 'signed-out' ? 'signedOut' : 'unreached'))
  const { list } = fetched
  const lock = newLock()
  const key = await keyOf(passphrase!, lock)
  const device: KeptDevice = {
    event: place.event,
    deviceId: opened.deviceId,
    name: name!.trim(),
    lock,
    sealed: await seal(key, place.event, list),
    keepUntil: list.event.keepUntil,
    listedAt: list.at,
    offset: offsetOf(list.at, deviceNow()),
    lastSentAt: known?.lastSentAt ?? '',
    lastMarkAt: known?.lastMarkAt ?? '',
    slot: list.door === 'desk' ? 'arrival' : likelySlot(list.slots, list.at),
  }
  await store.keepDevice(device)
  // The browser may otherwise throw out what it keeps when its disk is full.
  await navigator.storage?.persist?.().catch(() => false)
  form.reset()
  return new Desk({ store, key, device, list })
}

/** Opens what is kept, with the passphrase alone. */
export async function unlockHere(place: Place, store: Store, device: KeptDevice): Promise<Desk | null> {
  const form = part('unlock', HTMLFormElement)
  say('unlock-error', '')
  const key = await keyOf(typed(form, 'unlock-passphrase'), device.lock)
  const list = device.sealed && (await unseal<DeviceList>(key, device.event, device.sealed))
  if (!list) return failed('unlock-error', place.say('wrongPassphrase'))
  form.reset()
  return new Desk({ store, key, device, list })
}

async function openAtServer(
  place: Place,
  name: string,
): Promise<{ deviceId: string } | 'signedOut' | 'tooMany' | 'unreached'> {
  const answer = await fetch(`${place.page}/devices/open`, {
    method: 'POST',
    headers: { Accept: 'application/json' },
    body: new URLSearchParams({ name }),
    redirect: 'manual',
    signal: AbortSignal.timeout(20_000),
  }).catch(() => null)
  if (answer?.status === 401 || answer?.status === 404) return 'signedOut'
  // Its name was looked at before.
  if (answer?.status === 422) return 'tooMany'
  const said = answer?.ok ? await answer.json().catch(() => null) : null
  return (said as { deviceId: string } | null) ?? 'unreached'
}

function typed(form: HTMLFormElement, id: string): string {
  return form.querySelector<HTMLInputElement>(`#${id}`)!.value
}

function failed(where: string, sentence: string): null {
  say(where, sentence)
  return null
}
