import { createHash } from 'node:crypto'
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

const PATIENCE_MS = 10 * 60 * 1000

/**
 * Runs `work` while no other process of this machine does the same in this folder. A lock whose process is gone
 * (killed) is taken over. `work` may pass the lock on to a child, which outlives us when we are killed.
 * @template T
 * @param {string} root
 * @param {string} name
 * @param {(passOn: (pid: number) => void) => T | Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withLock(root, name, work) {
  const place = createHash('sha256').update(root).digest('hex').slice(0, 16)
  const file = join(tmpdir(), `plenary-${userInfo().uid}-${place}-${name}.lock`)
  const mine = `${file}.${process.pid}`
  writeFileSync(mine, identify(process.pid))
  try {
    await take(file, mine, name)
  } finally {
    rmSync(mine, { force: true })
  }
  const passOn = (pid) => {
    writeFileSync(mine, identify(pid))
    renameSync(mine, file)
  }
  const release = () => rmSync(file, { force: true })
  process.once('exit', release)
  try {
    return await work(passOn)
  } finally {
    process.off('exit', release)
    release()
  }
}

async function take(file, mine, name) {
  const begun = Date.now()
  for (let round = 0; ; round++) {
    try {
      return linkSync(mine, file)
    } catch (error) {
      if (error.code !== 'EEXIST') throw error
    }
    const holder = read(file)
    if (holder === null) continue
    if (!isAlive(holder)) {
      takeAway(file, mine)
      continue
    }
    if (round === 0)
      console.log(`Waiting for another process (${Number.parseInt(holder, 10)}), which does the same step (${name}) …`)
    if (Date.now() - begun > PATIENCE_MS)
      throw new Error(`Another process seems to ${name} here for ten minutes; if there is none, delete ${file}.`)
    await sleep(200)
  }
}

/** By renaming, so that of two who find the same dead lock only one removes it. */
function takeAway(file, mine) {
  const aside = `${mine}.aside`
  try {
    renameSync(file, aside)
  } catch {
    return
  }
  const taken = read(aside)
  try {
    if (taken !== null && isAlive(taken)) linkSync(aside, file)
  } catch {
    // Somebody holds a newer lock: theirs counts.
  }
  rmSync(aside, { force: true })
}

/** The process and, where the system tells, when it began: process ids are used again, soonest in containers. */
function identify(pid) {
  const stat = read(`/proc/${pid}/stat`)
  const [state, ...fields] = stat ? stat.slice(stat.lastIndexOf(')') + 2).split(' ') : []
  return state === 'Z' ? 'ended' : `${pid} ${fields[18] ?? ''}`
}

function isAlive(holder) {
  const pid = Number.parseInt(holder, 10)
  if (!(pid > 0)) return false
  try {
    process.kill(pid, 0)
  } catch (error) {
    if (error.code !== 'EPERM') return false
  }
  return identify(pid) === holder
}

function read(file) {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return null
  }
}
