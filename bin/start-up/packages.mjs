import { createHash } from 'node:crypto'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { withLock } from './lock.mjs'
import { npmInstall } from './npm-install.mjs'

/**
 * Installs what package-lock.json names, unless it is there already. Killed half-way, the next run does it again:
 * the stamp is written last. Throws a sentence.
 * @param {string} root
 */
export async function ensurePackages(root) {
  if (areInstalled(root)) return
  await withLock(root, 'install', async (passOn) => {
    if (!areInstalled(root)) await install(root, passOn)
  })
}

function areInstalled(root) {
  if (read(stampIn(root)) === wantedHash(root)) return true
  if (!matchesNpmsOwnRecord(root)) return false
  writeFileSync(stampIn(root), wantedHash(root))
  return true
}

/** After `npm install` by hand, npm's record of node_modules says the same as the lock file: nothing to do. */
function matchesNpmsOwnRecord(root) {
  const record = read(join(root, 'node_modules', '.package-lock.json'))
  if (!record) return false
  const installed = JSON.parse(record).packages
  const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages
  return (
    Object.keys(installed).every((path) => wanted[path]) &&
    Object.entries(wanted).every(([path, { version, integrity, optional }]) => {
      if (path === '') return true
      const found = installed[path]
      return found ? found.version === version && found.integrity === integrity : Boolean(optional)
    })
  )
}

async function install(root, onStart) {
  const modules = join(root, 'node_modules')
  const why = existsSync(modules) ? 'The packages are not those of package-lock.json' : 'First start'
  console.log(`${why}: installing them (about a minute) …`)
  // Without a stamp, an installation was broken off: nothing in it can be trusted.
  if (existsSync(stampIn(root))) rmSync(stampIn(root))
  else rmSync(modules, { recursive: true, force: true })
  await npmInstall(root, onStart)
  writeFileSync(stampIn(root), wantedHash(root))
}

function stampIn(root) {
  return join(root, 'node_modules', '.plenary-stamp')
}

function wantedHash(root) {
  return createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex')
}

function read(file) {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return null
  }
}
