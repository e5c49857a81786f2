import { shellParts } from './shell-parts.ts'

/**
 * Keeps the page of one event's attendance, its stylesheets and its script, so that it opens without a connection. The
 * page is the same for everybody who may mark; what is about people goes past here and is kept, sealed, by the page.
 */
interface Worker {
  registration: { scope: string }
  clients: { claim(): Promise<void>; matchAll(options: object): Promise<{ postMessage(message: unknown): void }[]> }
  skipWaiting(): Promise<void>
  addEventListener(name: 'install' | 'activate', heard: (event: Lasting) => void): void
  addEventListener(name: 'fetch', heard: (event: Asked) => void): void
}

interface Lasting {
  waitUntil(work: Promise<unknown>): void
}

interface Asked extends Lasting {
  request: Request
  respondWith(answer: Promise<Response>): void
}

const worker = globalThis as unknown as Worker
const page = new URL(worker.registration.scope).pathname
const shell = `attendance ${page}`

worker.addEventListener('install', (event) => {
  event.waitUntil(refresh().then(() => worker.skipWaiting()))
})

worker.addEventListener('activate', (event) => event.waitUntil(worker.clients.claim()))

worker.addEventListener('fetch', (event) => {
  const { method, mode, url } = event.request
  const address = new URL(url)
  if (method !== 'GET' || address.origin !== location.origin) return
  // Pages below ours lie in the scope as well, and are none of ours.
  if (mode === 'navigate') {
    if (address.pathname === page) event.respondWith(open(event))
  } else if (isShellPart(address.pathname)) event.respondWith(part(event.request))
})

/** At once from what is kept, whatever the network does; the next opening has what is new. */
async function open(event: Asked): Promise<Response> {
  const kept = await (await caches.open(shell)).match(page)
  if (!kept) return await fetch(event.request)
  event.waitUntil(refresh().catch(() => undefined))
  return kept
}

async function part(request: Request): Promise<Response> {
  return (await (await caches.open(shell)).match(request)) ?? (await fetch(request))
}

function isShellPart(path: string): boolean {
  return !path.startsWith(`${page}/`)
}

/** Fetches the page and all that it is made of, and keeps it once everything is there: never half of two versions. */
async function refresh(): Promise<void> {
  const fresh = await answer(page)
  const addresses = shellParts(await fresh.clone().text())
  const parts = await Promise.all(addresses.map(async (address) => [address, await answer(address)] as const))
  const cache = await caches.open(shell)
  const isNew = await differs(cache, parts)
  await Promise.all(parts.map(([address, response]) => cache.put(address, response)))
  await cache.put(page, fresh)
  if (isNew) {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker's client is of its own origin
    for (const client of await worker.clients.matchAll({ type: 'window' })) client.postMessage('new-version')
  }
  for (const request of await cache.keys()) {
    const { pathname, search } = new URL(request.url)
    if (pathname !== page && !addresses.includes(pathname + search)) await cache.delete(request)
  }
}

/** A page that leads to signing in, or is gone, takes the place of none. */
async function answer(address: string): Promise<Response> {
  const response = await fetch(address, { cache: 'no-cache', redirect: 'manual' })
  if (response.status !== 200) throw new Error(`${address} is not there`)
  return response
}

/** Whether what is kept is another version; nothing is kept at first. */
async function differs(cache: Cache, parts: (readonly [string, Response])[]): Promise<boolean> {
  if (!(await cache.match(page))) return false
  for (const [address, response] of parts) {
    const kept = await cache.match(address)
    if (!kept || (await kept.text()) !== (await response.clone().text())) return true
  }
  return false
}
