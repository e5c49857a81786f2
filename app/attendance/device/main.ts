import { deviceNow, putRight } from './device-clock.ts'
import type { Desk } from './desk.ts'
import { hide, part, say, show } from './dom.ts'
import { unsentOf } from './marks.ts'
import { type Place, readPlace } from './place.ts'
import { openHere, unlockHere } from './start.ts'
import { type KeptDevice, openStore, type Store } from './store.ts'
import { forgetDevice, wipeList } from './wipe.ts'
import { work } from './work.ts'

void begin()

/** The page of a device: made one, unlocked, or explained why it cannot be. */
async function begin(): Promise<void> {
  const place = readPlace()
  hide('plain')
  const store = isAble() ? await openStore().catch(() => null) : null
  if (!store) return say('unable', place.say('unable'))
  void keepPage(place)
  const device = await upToDate(store, await store.device(place.event))
  const unsent = unsentOf(await store.marks(place.event)).length
  listenToForgetting(place, store)
  listenTo('open', () => openHere(place, store), place)
  listenTo('unlock', async () => unlockHere(place, store, (await store.device(place.event))!), place)
  part('again-open').addEventListener('click', () => {
    hide('unlock')
    show('open')
  })
  if (device?.sealed) {
    part('unlock-name').textContent = device.name
    show('unlock')
  } else show('open')
  say('waiting', unsent > 0 ? place.say('waitingMarks', { count: unsent }) : '')
}

function isAble(): boolean {
  return isSecureContext && 'indexedDB' in globalThis && crypto.subtle !== undefined
}

/** A list that has had its time goes, whether anybody knows the passphrase or not. */
async function upToDate(store: Store, device: KeptDevice | null): Promise<KeptDevice | null> {
  if (!device?.sealed || putRight(deviceNow(), device.offset) < device.keepUntil) return device
  return await wipeList(store, device)
}

function listenTo(name: 'open' | 'unlock', open: () => Promise<Desk | null>, place: Place): void {
  const form = part(name, HTMLFormElement)
  const button = form.querySelector('button')!
  const begin = async () => {
    button.disabled = true
    const desk = await open().finally(() => (button.disabled = false))
    if (!desk) return
    say('waiting', '')
    await work(desk, place)
  }
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    void begin()
  })
}

/** Refused while marks are not sent, until it was said twice. */
function listenToForgetting(place: Place, store: Store): void {
  let asked = 0
  const forget = async () => {
    const unsent = unsentOf(await store.marks(place.event)).length
    asked++
    if (asked <= (unsent > 0 ? 2 : 1)) {
      const once = unsent > 0 ? place.say('forgetUnsent', { count: unsent }) : place.say('forgetSure')
      say('forget-words', asked === 1 ? once : place.say('forgetTwice', { count: unsent }))
      return
    }
    await forgetDevice(store, place.event, place.page)
    location.assign(place.page)
  }
  part('forget').addEventListener('click', () => void forget())
}

/** Has the worker keep the page; says when it will open without a connection. */
async function keepPage(place: Place): Promise<void> {
  if (!('serviceWorker' in navigator)) return
  navigator.serviceWorker.addEventListener('message', () => say('newer', place.say('newVersion')))
  try {
    await navigator.serviceWorker.register('/attendance-worker.js', { scope: place.page })
    const { active } = await navigator.serviceWorker.ready
    if (active) say('ready', place.say('ready'))
  } catch {
    say('ready', navigator.onLine ? place.say('notKept') : '')
  }
}
