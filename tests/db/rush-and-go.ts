// Run by sqlite-thread.test.ts: writes as in a rush and comes to its end, with `close` after closing the database.
import { writeSync } from 'node:fs'
import { attempts, rushOfWriters } from './given-rush.ts'
import { connect } from '#db/connect.ts'
import { insertRows } from '#db/insert-rows.ts'

const db = connect(process.argv[2]!)
await rushOfWriters(db)
writeSync(1, 'in a thread\n')
await insertRows(db, 'attempts', attempts('the end'))
writeSync(1, 'committed\n')
if (process.argv[3] === 'close') {
  await db.destroy()
  writeSync(1, 'closed\n')
}
