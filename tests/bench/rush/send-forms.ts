import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'

/** Stands in a form for what each sender has of their own. */
export const OWN = 'each-has-its-own'

/** A form to send: where, and as it is encoded. */
export interface Target {
  host: string
  path: string
  body: string
}

export interface Rush {
  /** In turn. */
  targets: Target[]
  connections: number
  tries: number
}

export interface Rushed {
  /** From the first that was sent to the last answer. */
  seconds: number
  /** How many were answered with a place, and when the last of them was, in seconds after the first was sent. */
  placed: number
  placedIn: number
  statuses: Record<string, number>
  /** How long an answer took, in milliseconds. */
  p50: number
  p99: number
  longest: number
}

/** In milliseconds: senders whose server is gone would try for ever. */
const LONGEST = 10 * 60_000

/** Sends forms from a process of its own, all connections at once, until all are answered. */
export async function sendForms(rush: Rush): Promise<Rushed> {
  const child = spawn(process.execPath, [new URL('./people.ts', import.meta.url).pathname, JSON.stringify(rush)], {
    stdio: ['ignore', 'pipe', 'inherit'],
    timeout: LONGEST,
  })
  const [printed, [code]] = await Promise.all([text(child.stdout), once(child, 'exit')])
  if (code !== 0) throw new Error(`the senders ended with ${String(code)}`)
  return JSON.parse(printed) as Rushed
}

/** The form of an event's page for registering, filled in for one person. */
export async function filledIn(
  url: string,
  { slug, tickets }: { slug: string; tickets: { code: string }[] },
): Promise<Target> {
  const path = `/events/${slug}/register`
  const html = await (await fetch(url + path)).text()
  const hidden = [...html.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)]
  const fields = Object.fromEntries(hidden.map(([, name, value]) => [name!, value!]))
  const ticket = { ...fields, [`tickets.${tickets[0]!.code}`]: '1' }
  return { host: new URL(url).host, path, body: bareForm(ticket).body }
}

/** What one person types. */
export function bareForm(beside: Record<string, string> = {}): Pick<Target, 'body'> {
  const body = new URLSearchParams({
    ...beside,
    formKey: OWN,
    'people[0].fullName': 'Wulandari',
    'people[0].email': `${OWN}@kampus.example`,
    'people[0].country': 'ID',
    conduct: 'on',
  })
  return { body: body.toString() }
}
