import { fileURLToPath } from 'node:url'

/** The folder of the repository, with a slash at its end. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url))

/** A program of node_modules that runs by itself on this Node. */
export interface Step {
  name: string
  script: string
  args: string[]
}

/** Type-aware rules, and the house's own of bin/house: rooms, the order of nouns, time, environment. */
export const lint: Step = { name: 'lint', script: 'oxlint/bin/oxlint', args: ['--type-aware'] }
export const format: Step = { name: 'format', script: 'oxfmt/bin/oxfmt', args: [] }
export const formatCheck: Step = { name: 'format', script: 'oxfmt/bin/oxfmt', args: ['--check'] }
export const typecheck: Step = { name: 'typecheck', script: 'typescript/bin/tsc', args: ['--noEmit'] }
