import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { SETTINGS } from './flags.mjs'

// What TypeScript was stripped to is kept, so that the next start neither strips nor loads the stripper.
const COMPILED = fileURLToPath(new URL('../../node_modules/.cache/compiled', import.meta.url))

/**
 * Runs a script on the first of these Nodes that starts, passes signals on, and ends as it ends.
 * @param {string[]} nodes
 * @param {string[]} args
 * @param {string[]} flags
 */
export async function handOver(nodes, args, flags) {
  for (const node of nodes) {
    const ending = await run(node, [...flags, ...args])
    if (ending.cannotStart) continue
    if (ending.signal) process.kill(process.pid, ending.signal)
    process.exit(ending.code ?? 1)
  }
  console.error('The Node 24 from npm does not start on this machine, and the Node that runs here is older than 22.18.')
  process.exit(1)
}

function run(node, args) {
  return new Promise((resolve) => {
    const child = spawn(node, args, {
      stdio: 'inherit',
      env: { ...SETTINGS, NODE_COMPILE_CACHE: COMPILED, ...process.env, PLENARY_RUNNER: String(process.pid) },
    })
    const stopListening = passSignals(child)
    // A binary made for another C library (Alpine) is reported as missing.
    child.once('error', () => finish({ cannotStart: true }))
    child.once('exit', (code, signal) => finish({ code, signal }))

    function finish(ending) {
      stopListening()
      resolve(ending)
    }
  })
}

function passSignals(child) {
  const listeners = ['SIGINT', 'SIGTERM', 'SIGHUP'].map((signal) => {
    // Ctrl-C in a terminal reaches the whole group: the child has it already.
    const pass = () => (signal === 'SIGINT' && process.stdin.isTTY ? undefined : child.kill(signal))
    process.on(signal, pass)
    return () => process.off(signal, pass)
  })
  // `npm` killed outright passes nothing on; without this the server would keep the port.
  const parent = process.ppid
  const watch =
    process.env.npm_lifecycle_event && setInterval(() => process.ppid !== parent && child.kill('SIGTERM'), 1000)
  return () => {
    listeners.forEach((stop) => stop())
    clearInterval(watch)
  }
}
