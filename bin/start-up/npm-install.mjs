import { spawn } from 'node:child_process'
import { once } from 'node:events'

// Not `npm ci`, which refuses a lock file that leaves out other platforms' optional binaries, as npm writes it
// where a registry mirror does not carry them. The versions of the lock file are kept, and so is the file.
const ARGS = [
  'install',
  '--no-save',
  '--no-audit',
  '--no-fund',
  '--include=dev',
  '--include=optional',
  '--loglevel=error',
]

/**
 * Runs npm in this folder, out of sight unless it fails; then throws a sentence.
 * @param {string} root
 * @param {(pid: number) => void} onStart
 */
export async function npmInstall(root, onStart) {
  const said = []
  const child = start({ cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
  child.stdout.on('data', (chunk) => said.push(chunk))
  child.stderr.on('data', (chunk) => said.push(chunk))
  if (child.pid) onStart(child.pid)
  const ending = await Promise.race([
    once(child, 'close').then(([code, signal]) => (code === 0 ? null : `npm ended with ${code ?? signal}`)),
    once(child, 'error').then(([error]) => error.message),
  ]).catch((error) => error.message)
  if (!ending) return
  process.stderr.write(Buffer.concat(said))
  throw new Error(`Installing the packages failed (${ending}); see above, then run the same command again.`)
}

/** npm names its own script when it runs us; started by hand, it is found on the PATH (a .cmd on Windows needs a shell). */
function start(options) {
  const npm = process.env.npm_execpath
  if (npm?.endsWith('npm-cli.js')) return spawn(process.execPath, [npm, ...ARGS], options)
  return spawn('npm', ARGS, { ...options, shell: process.platform === 'win32' })
}
