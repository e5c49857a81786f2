import type { Lock, Sealed } from './envelope.ts'
import type { KeptMark } from './marks.ts'

/** What is known of this device without the passphrase: nothing of people. */
export interface KeptDevice {
  /** The event's slug. */
  event: string
  deviceId: string
  name: string
  lock: Lock
  /** The list; null once it was wiped. */
  sealed: Sealed | null
  keepUntil: string
  /** When the list was made, by the server's clock. */
  listedAt: string
  /** As it was learnt last, in milliseconds. */
  offset: number
  lastSentAt: string
  /** The last mark's moment: none is made before it. */
  lastMarkAt: string
  slot: string
}

const DATABASE = 'plenary-attendance'

/** The browser's own database, as the page uses it. */
export interface Store {
  device(event: string): Promise<KeptDevice | null>
  keepDevice(device: KeptDevice): Promise<void>
  marks(event: string): Promise<KeptMark[]>
  keepMarks(marks: KeptMark[]): Promise<void>
  dropMarks(ids: string[]): Promise<void>
  /** Everything of an event. */
  forget(event: string): Promise<void>
}

export async function openStore(): Promise<Store> {
  const database = await open()
  const inside = async <T>(
    name: 'devices' | 'marks',
    mode: IDBTransactionMode,
    work: (store: IDBObjectStore) => IDBRequest<T> | void,
  ): Promise<T | undefined> =>
    await new Promise((done, fail) => {
      // `strict`: the mark is on the disk before the page says so.
      const transaction = database.transaction(name, mode, { durability: 'strict' })
      const request = work(transaction.objectStore(name))
      transaction.addEventListener('complete', () => done(request ? request.result : undefined))
      transaction.addEventListener('error', () => fail(transaction.error ?? new Error('the transaction failed')))
      transaction.addEventListener('abort', () =>
        fail(transaction.error ?? new Error('the transaction was broken off')),
      )
    })
  const marksOf = async (event: string) =>
    (await inside<KeptMark[]>('marks', 'readonly', (store) => store.index('event').getAll(event)))!
  const dropMarks = async (ids: string[]) => {
    await inside('marks', 'readwrite', (store) => ids.forEach((id) => store.delete(id)))
  }
  return {
    device: async (event) => (await inside<KeptDevice>('devices', 'readonly', (store) => store.get(event))) ?? null,
    keepDevice: async (device) => void (await inside('devices', 'readwrite', (store) => store.put(device))),
    marks: marksOf,
    keepMarks: async (marks) =>
      void (await inside('marks', 'readwrite', (store) => marks.forEach((mark) => store.put(mark)))),
    dropMarks,
    async forget(event) {
      await dropMarks((await marksOf(event)).map(({ id }) => id))
      await inside('devices', 'readwrite', (store) => store.delete(event))
    },
  }
}

async function open(): Promise<IDBDatabase> {
  return await new Promise((done, fail) => {
    const request = indexedDB.open(DATABASE, 1)
    request.addEventListener('upgradeneeded', () => {
      request.result.createObjectStore('devices', { keyPath: 'event' })
      request.result.createObjectStore('marks', { keyPath: 'id' }).createIndex('event', 'event')
    })
    request.addEventListener('success', () => done(request.result))
    request.addEventListener('error', () => fail(request.error ?? new Error('the browser keeps nothing')))
  })
}
