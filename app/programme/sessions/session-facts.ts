import type { SessionColumns, SessionForm } from './session-form.ts'
import { seenOf } from '#app/values/seen.ts'

export type SessionPerson = SessionForm['people'][number]

/** What an organizer says of a session, each as one line of text, for telling what changed. Absent is ''. */
export type SessionFacts = Record<(typeof FACTS)[number], string>

const FACTS = [
  'code',
  'kind',
  'title',
  'abstract',
  'language',
  'heldOn',
  'startsTime',
  'endsTime',
  'startsMoment',
  'endsMoment',
  'trackId',
  'room',
  'people',
  'interpretation',
  'isStreamed',
  'streamUrl',
  'takesSignUps',
  'capacity',
  'isPublic',
] as const

export type SessionFact = keyof SessionFacts

/** The same of what is stored and of what was typed, once it stands in columns. */
export function sessionFacts(session: SessionColumns, people: SessionPerson[]): SessionFacts {
  return {
    code: session.code ?? '',
    kind: session.kind,
    title: session.title,
    abstract: session.abstract,
    language: session.language ?? '',
    heldOn: session.heldOn,
    startsTime: session.startsTime,
    endsTime: session.endsTime,
    startsMoment: session.startsAt,
    endsMoment: session.endsAt,
    trackId: session.trackId ?? '',
    room: session.room ?? '',
    people: people.map(personLine).join('\n'),
    interpretation: session.interpretation,
    isStreamed: String(session.isStreamed),
    streamUrl: session.streamUrl ?? '',
    takesSignUps: String(session.takesSignUps),
    capacity: String(session.capacity ?? ''),
    isPublic: String(session.isPublic),
  }
}

function personLine({ role, fullName, latinName, affiliation, email }: SessionPerson): string {
  return [role, fullName, latinName, affiliation, email ?? ''].join('|')
}

/** Which of them differ, in the order of the form. */
export function changedFacts(one: SessionFacts, other: SessionFacts): SessionFact[] {
  return FACTS.filter((fact) => one[fact] !== other[fact])
}

/** Stands for exactly these facts: who saves over them has seen them. */
export function seenFacts(facts: SessionFacts): string {
  return seenOf(facts)
}

/** What the log keeps: no text of any length, no address, and of people only how many. */
const UNSPOKEN: SessionFact[] = ['abstract', 'people', 'streamUrl']

export function auditable(facts: SessionFacts, changed: SessionFact[]): Record<string, unknown> {
  return Object.fromEntries(changed.filter((fact) => !UNSPOKEN.includes(fact)).map((fact) => [fact, facts[fact]]))
}
