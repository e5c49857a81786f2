import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { findOnPath } from '../find-on-path.ts'

export interface PythonMail {
  subject: string
  to: string[]
  from: string[]
  parts: { type: string; parameters: Record<string, string>; sha256: string }[]
}

/** What Python's strict parser reads out of mails, their bytes one character each; null on a machine without Python. */
export function readByPython(raws: string[]): PythonMail[] | null {
  const python = existsSync('/usr/bin/python3') ? '/usr/bin/python3' : findOnPath('python3')
  if (python === null) return null
  const input = raws.map((raw) => `${JSON.stringify(raw)}\n`).join('')
  const { status, stdout, stderr } = spawnSync(python, [join(import.meta.dirname, 'by_email.py')], { input })
  if (status !== 0) throw new Error(stderr.toString())
  const lines = stdout.toString().trimEnd().split('\n')
  return lines.map((line) => JSON.parse(line) as PythonMail)
}
