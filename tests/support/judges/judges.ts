import { type ChildProcessWithoutNullStreams, spawn, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import type { Socket } from 'node:net'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { findOnPath } from '../find-on-path.ts'
import { readByIcalJs } from './read-by-icaljs.ts'
import type { Reading } from './reading.ts'

/** Parsers of other people. ical.js comes with the packages; the others are Debian's, behind one program in Python. */
export const JUDGES = ['ical.js', 'libical', 'vobject', 'icalendar'] as const
export type Judge = (typeof JUDGES)[number]

/** Debian's packages of those that a machine may lack. */
const PACKAGES = {
  libical: 'python3-gi and gir1.2-ical-3.0',
  vobject: 'python3-vobject',
  icalendar: 'python3-icalendar',
}

const PROGRAM = join(import.meta.dirname, 'judge.py')
/** Nothing is left beside the program, and both sides speak UTF-8 whatever the locale. */
const OPTIONS = ['-B', '-X', 'utf8']

let found: { python: string | null; versions: Record<string, string> } | undefined

/** The Python that knows most of them: Debian's packages are Debian's Python's, and another one may come first. */
function look(): NonNullable<typeof found> {
  if (found) return found
  const pythons = [...new Set(['/usr/bin/python3', findOnPath('python3')])].filter((file) => file && existsSync(file))
  const looked = pythons.map((python) => {
    const { stdout } = spawnSync(python!, [...OPTIONS, PROGRAM], { input: '', encoding: 'utf8' })
    return { python, versions: stdout ? (JSON.parse(stdout.split('\n')[0]!) as Record<string, string>) : {} }
  })
  const most = looked.toSorted((one, other) => Object.keys(other.versions).length - Object.keys(one.versions).length)
  return (found = most[0] ?? { python: null, versions: {} })
}

/** Why some cannot be asked here, as an end of a sentence; null when all can. */
export function missingJudges(): string | null {
  const missing = Object.entries(PACKAGES).filter(([name]) => !(name in look().versions))
  return missing.length === 0
    ? null
    : `these parsers were not found: ${missing.map(([name, packages]) => `${name} (${packages})`).join(', ')}`
}

export function judgesHere(): Judge[] {
  return JUDGES.filter((judge) => judge === 'ical.js' || judge in look().versions)
}

/** The release of the zone database that Python reads on this machine; null without Python. */
export function machineZones(): string | null {
  return look().versions.zoneinfo ?? null
}

/** What this judge reads out of each calendar; one that it refuses is an Error in its place. */
export async function readBy(judge: Judge, texts: string[]): Promise<(Reading | Error)[]> {
  if (judge === 'ical.js') return texts.map(readHere)
  const answers = await ask<Reading | { error: string }>(texts.map((text) => ({ judge, text })))
  return answers.map((answer) => ('error' in answer ? new Error(`${judge}: ${answer.error}`) : answer))
}

/** The moments of wall-clock times by the machine's own zone database; null where it does not know the zone. */
export async function machineMoments(walls: [zone: string, time: string][]): Promise<(string | null)[]> {
  const [answer] = await ask<{ moments: (string | null)[] }>([{ judge: 'zoneinfo', walls }])
  return answer!.moments
}

/** The names that the machine's zone database has. */
export async function machineZoneNames(): Promise<string[]> {
  const [answer] = await ask<{ zones: string[] }>([{ judge: 'zoneinfo', walls: [] }])
  return answer!.zones
}

function readHere(text: string): Reading | Error {
  try {
    return readByIcalJs(text)
  } catch (error) {
    return error as Error
  }
}

let running: { child: ChildProcessWithoutNullStreams; waiting: ((line: string) => void)[] } | undefined

/** Started at the first question; it ends when its input does, with this process. */
function start(): NonNullable<typeof running> {
  const child = spawn(look().python!, [...OPTIONS, PROGRAM])
  child.unref()
  for (const stream of [child.stdin, child.stdout, child.stderr]) (stream as unknown as Socket).unref()
  const lines = createInterface({ input: child.stdout })
  const waiting: ((line: string) => void)[] = [() => undefined]
  lines.on('line', (line) => waiting.shift()!(line))
  const said: string[] = []
  child.stderr.on('data', (data: Buffer) => said.push(data.toString()))
  child.on('exit', () => {
    running = undefined
    for (const answer of waiting) answer(JSON.stringify({ error: `it ended: ${said.join('')}` }))
  })
  return (running = { child, waiting })
}

async function ask<T>(questions: object[]): Promise<T[]> {
  const { child, waiting } = running ?? start()
  const answers = questions.map((question) => {
    const { promise, resolve } = Promise.withResolvers<string>()
    waiting.push(resolve)
    child.stdin.write(`${JSON.stringify(question)}\n`)
    return promise
  })
  return (await Promise.all(answers)).map((line) => JSON.parse(line) as T)
}
