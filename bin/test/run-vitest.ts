import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runStep } from '../steps/run-step.ts'
import type { PartName } from './parts.ts'
import type { Totals } from './totals.ts'

interface Report {
  testResults: { status: string; name: string; assertionResults: { status: string }[] }[]
}

/** Runs these Vitest projects on the screen and counts what its report says. */
export async function runVitest(parts: PartName[], patterns: string[]): Promise<Totals> {
  const folder = mkdtempSync(join(tmpdir(), 'plenary-report-'))
  const file = join(folder, 'report.json')
  const projects = parts.map((part) => `--project=${part}`)
  const reports = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  try {
    const code = await runStep(
      { name: 'vitest', script: 'vitest/vitest.mjs', args: ['run', ...projects, ...reports] },
      patterns,
    )
    return count(file, code)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** A file that could not be loaded, or a run that broke off, counts as one failure: nothing fails unseen. */
function count(file: string, code: number): Totals {
  const results = readReport(file)?.testResults ?? []
  const statuses = results.flatMap((result) => result.assertionResults.map((assertion) => assertion.status))
  const passed = statuses.filter((status) => status === 'passed').length
  const broken = results.filter(
    (result) => result.status === 'failed' && !result.assertionResults.some(({ status }) => status === 'failed'),
  )
  const failed = statuses.filter((status) => status === 'failed').length + broken.length
  return {
    passed,
    failed: code !== 0 && failed === 0 ? 1 : failed,
    skipped: statuses.length - passed - (failed - broken.length),
  }
}

function readReport(file: string): Report | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Report
  } catch {
    return null
  }
}
