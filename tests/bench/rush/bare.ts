import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { type Kysely, sql } from 'kysely'
import { BARE_TABLES } from './bare-seats.ts'
import { processorSeconds } from '../processor-time.ts'
import { sendForms, type Target } from './send-forms.ts'
import { freePort } from '../../support/running-server.ts'
import type { Database } from '#db/schema.ts'

export async function makeBareTables(db: Kysely<Database>): Promise<void> {
  for (const statement of BARE_TABLES) await sql.raw(statement).execute(db)
}

/** How many registrations a second the barest server gives, and the processor time of one, in microseconds. */
export async function barePerSecond(
  url: string,
  kind: 'merged' | 'locked',
  { body, connections, tries }: Pick<Target, 'body'> & { connections: number; tries: number },
): Promise<{ perSecond: number; processor: number }> {
  const port = await freePort()
  const file = new URL('./bare-server.ts', import.meta.url).pathname
  const child = spawn(process.execPath, [file, url, String(port), kind], { stdio: ['ignore', 'inherit', 'pipe'] })
  await once(child.stderr, 'data')
  try {
    const rush = { targets: [{ host: `127.0.0.1:${port}`, path: '/register', body }], connections }
    await sendForms({ ...rush, tries: Math.ceil(tries / 4) })
    const before = processorSeconds(child.pid!)
    const { placed, seconds, statuses } = await sendForms({ ...rush, tries })
    if (placed !== tries) throw new Error(JSON.stringify(statuses))
    return { perSecond: tries / seconds, processor: ((processorSeconds(child.pid!) - before) / tries) * 1e6 }
  } finally {
    child.kill('SIGTERM')
    await once(child, 'exit')
  }
}
