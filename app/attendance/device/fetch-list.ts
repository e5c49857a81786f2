import { LIST_FORMAT, type DeviceList } from '../device-list.ts'

const GIVE_UP = 30_000

export type Fetched =
  | { kind: 'list'; list: DeviceList }
  | { kind: 'unreached' }
  | { kind: 'signed-out' }
  /** The device was ended, or its holder's right: nothing stays of the list. */
  | { kind: 'ended' }

/** Asks for the list as it is now. */
export async function fetchList(address: string, deviceId: string, ask: typeof fetch = fetch): Promise<Fetched> {
  const answer = await ask(`${address}?device=${encodeURIComponent(deviceId)}`, {
    headers: { Accept: 'application/json' },
    cache: 'no-store',
    signal: AbortSignal.timeout(GIVE_UP),
  }).catch(() => null)
  if (answer?.status === 401) return { kind: 'signed-out' }
  if (answer?.status === 410 || answer?.status === 404) return { kind: 'ended' }
  const list = answer?.ok ? ((await answer.json().catch(() => null)) as DeviceList | null) : null
  return list?.format === LIST_FORMAT ? { kind: 'list', list } : { kind: 'unreached' }
}
