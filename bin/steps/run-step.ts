import { spawn } from 'node:child_process'
import { ROOT, type Step } from './steps.ts'

/** Runs a step on the screen; answers its exit code. */
export function runStep(step: Step, args: string[] = []): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(...commandOf(step, args), { cwd: ROOT, stdio: 'inherit' })
    child.once('error', reject)
    child.once('exit', (code) => resolve(code ?? 1))
  })
}

interface Quiet {
  env?: Record<string, string>
  onStart?: (pid: number) => void
}

/** Runs a step out of sight; answers its exit code and all it said. */
export function runQuietly(
  step: Step,
  args: string[] = [],
  { env = {}, onStart }: Quiet = {},
): Promise<{ code: number; said: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(...commandOf(step, args), {
      cwd: ROOT,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...env },
    })
    if (child.pid) onStart?.(child.pid)
    const said: Buffer[] = []
    child.stdout.on('data', (chunk: Buffer) => said.push(chunk))
    child.stderr.on('data', (chunk: Buffer) => said.push(chunk))
    child.once('error', reject)
    child.once('close', (code) => resolve({ code: code ?? 1, said: Buffer.concat(said).toString() }))
  })
}

function commandOf(step: Step, args: string[]): [string, string[]] {
  return [process.execPath, [`${ROOT}node_modules/${step.script}`, ...step.args, ...args]]
}
