import type { KeptDevice, Store } from './store.ts'

/** Takes the list off the device. Marks that are not sent stay: there is nobody's name in them. */
export async function wipeList(store: Store, device: KeptDevice): Promise<KeptDevice> {
  const wiped = { ...device, sealed: null }
  await store.keepDevice(wiped)
  return wiped
}

/** Takes everything off the device: the list, the marks, the page itself. */
export async function forgetDevice(store: Store, event: string, page: string): Promise<void> {
  await store.forget(event)
  await caches.delete(`attendance ${page}`)
  const registration = await navigator.serviceWorker?.getRegistration(page)
  if (registration && new URL(registration.scope).pathname === page) await registration.unregister()
}
