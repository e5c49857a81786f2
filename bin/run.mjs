#!/usr/bin/env node
// The first script a fresh machine runs: plain JavaScript, no dependencies, any Node from 20 on.
// It sees to the packages, finds the Node 24 among them, and hands over to bin/COMMAND.ts.
import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { ensurePackages } from './start-up/packages.mjs'
import { findNodes } from './start-up/find-node.mjs'
import { FLAGS, SERVER_FLAGS } from './start-up/flags.mjs'
import { handOver } from './start-up/hand-over.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const [command, ...args] = process.argv.slice(2)

const commands = readdirSync(new URL('.', import.meta.url))
  .filter((name) => name.endsWith('.ts'))
  .map((name) => name.slice(0, -3))

const script = command?.replaceAll(':', '-')
if (!script || !commands.includes(script)) {
  const names = commands.map((name) => name.replace('test-', 'test:')).join(', ')
  fail(`${command ? `There is no command “${command}”` : 'Name a command'}. The commands are: ${names}.`)
}

try {
  await ensurePackages(root)
} catch (error) {
  fail(error instanceof Error ? error.message : String(error))
}

const nodes = findNodes(root)
if (nodes.length === 0) {
  fail(
    `Plenary needs Node 22.18 or newer; no Node 24 came with its packages for ${process.platform}-${process.arch}, and this is Node ${process.versions.node}.`,
  )
}
await handOver(nodes, [`${root}bin/${script}.ts`, ...args], script === 'start' ? SERVER_FLAGS : FLAGS)

/** @param {string} sentence */
function fail(sentence) {
  console.error(sentence)
  process.exit(1)
}
