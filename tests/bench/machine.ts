import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { cpus, release, totalmem, type } from 'node:os'
import { findMysqlServer } from '../support/databases/mariadb.ts'

/** What figures depend on, and nothing by which a machine could be known. */
export interface Machine {
  processor: string
  cores: number
  /** In gigabytes. */
  memory: number
  system: string
  node: string
  mysql: string | null
}

export function thisMachine(): Machine {
  const [first] = cpus()
  return {
    processor: first?.model.trim() ?? 'unknown',
    cores: cpus().length,
    memory: Math.round(totalmem() / 2 ** 30),
    system: systemName(),
    node: process.versions.node,
    mysql: mysqlVersion(),
  }
}

export function machineSentence({ processor, cores, memory, system, node, mysql }: Machine): string {
  const database = mysql === null ? '' : `, ${mysql}`
  return `${cores} cores of ${processor}, ${memory} GB, ${system}, Node ${node}${database}`
}

function systemName(): string {
  try {
    return /^PRETTY_NAME="?(.+?)"?$/m.exec(readFileSync('/etc/os-release', 'utf8'))?.[1] ?? type()
  } catch {
    return `${type()} ${release()}`
  }
}

function mysqlVersion(): string | null {
  const program = findMysqlServer()
  if (!program) return null
  const said = execFileSync(program, ['--version'], { encoding: 'utf8' })
  const [number] = /\d+\.\d+\.\d+/.exec(said) ?? ['']
  return `${said.includes('MariaDB') ? 'MariaDB' : 'MySQL'} ${number}`
}
