// Run by run-together.ts: releases the decisions of a call that shares its seats and its funds with other calls.
import { once } from 'node:events'
import { sql } from 'kysely'
import { releaseDecisions } from '#app/applications/decisions/release-decisions.server.ts'
import { connect } from '#db/connect.ts'

interface Input {
  url: string
  callId: string
  now: string
}

const { url, callId, now } = JSON.parse(process.argv[2]!) as Input
const db = connect(url, 2)
await sql`select 1`.execute(db)
process.stderr.write('ready\n')
await once(process.stdin, 'data')

const released = await releaseDecisions(db, { callId, now, actor: { kind: 'system' } })
await db.destroy()
process.stdout.write(JSON.stringify(released.ok ? released.value : { released: 0, behind: 0 }))
