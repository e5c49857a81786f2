import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { resolve } from 'node:path'
import { text } from 'node:stream/consumers'

/**
 * Runs a script in processes of its own, one for each input, that begin at the same moment: each says `ready` on its
 * standard error when it has opened its database, and gets a line on its standard input when all have. What each
 * prints is JSON.
 */
export async function runTogether<Output>(script: string, inputs: unknown[]): Promise<Output[]> {
  const file = resolve('tests/support/race', script)
  const children = inputs.map((input) =>
    spawn(process.execPath, [file, JSON.stringify(input)], { stdio: ['pipe', 'pipe', 'pipe'] }),
  )
  const outputs = children.map(async (child) => {
    const [printed, [code]] = await Promise.all([text(child.stdout), once(child, 'exit')])
    if (code !== 0) throw new Error(`${script} ended with ${String(code)}`)
    return JSON.parse(printed) as Output
  })
  await Promise.all(children.map((child) => Promise.race([once(child.stderr, 'data'), once(child, 'exit')])))
  for (const child of children) child.stdin.end('go\n')
  return await Promise.all(outputs)
}
