import { parentPort, workerData } from 'node:worker_threads'
import SQLite from 'better-sqlite3'
import { type Answer, openFile, type Step } from './file.ts'

// This file is a thread of its own (`off-thread.ts`): each commit waits for the disk.
const file = openFile(workerData as string)

parentPort!.on('message', (steps: Step[] | 'end') => {
  if (steps !== 'end') return parentPort!.postMessage(toSend(file.run(steps)), [])
  file.close()
  parentPort!.close()
})
parentPort!.postMessage('ready', [])

/** An error of SQLite’s would arrive without its code. */
function toSend(answer: Answer): Answer {
  if (!('fault' in answer) || !(answer.fault instanceof SQLite.SqliteError)) return answer
  const { message, code } = answer.fault
  return { fault: { message, code }, at: answer.at }
}
