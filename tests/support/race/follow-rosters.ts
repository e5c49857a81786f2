// Run by run-together.ts: freezes what is due, then looks at the frozen lists again and again.
import { once } from 'node:events'
import { sql } from 'kysely'
import { followRosters } from '#app/participants/rosters/follow-rosters.server.ts'
import { freezeDue } from '#app/participants/rosters/freeze-due.server.ts'
import { connect } from '#db/connect.ts'

interface Input {
  url: string
  now: string
  runs: number
}

const { url, now, runs } = JSON.parse(process.argv[2]!) as Input
const db = connect(url, 2)
await sql`select 1`.execute(db)
process.stderr.write('ready\n')
await once(process.stdin, 'data')

const { frozen } = await freezeDue(db, { now })
let changes = 0
for (let run = 0; run < runs; run++) changes += (await followRosters(db, { now })).changes
await db.destroy()
process.stdout.write(JSON.stringify({ frozen, changes }))
