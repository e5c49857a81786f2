import type { CoursePerson } from './tunis-people.ts'
import { TUNIS_TRACKS } from './tunis-tracks.ts'
import type { Instant } from '#app/values/moment.ts'

/** The names that somebody agreed to for their certificate, one after the other. */
export function courseNames(
  { email, fullName, latinName = '', agreed, certificateName, corrected }: CoursePerson,
  after: (days: number, time?: string) => Instant,
  number: number,
) {
  if (agreed === 'never') return []
  const first = {
    email,
    name: certificateName ?? fullName,
    latinName,
    at: agreed === 'late' ? after(7) : after(number % 4, '18:00'),
    isBefore: agreed === 'in-time',
  }
  return corrected ? [first, { ...first, name: corrected.name, at: after(9), isBefore: false }] : [first]
}

/** One for all tracks, and who leads each. */
export function courseSignatories() {
  const leads = TUNIS_TRACKS.map(({ code, people: [lead] }) => ({
    track: code,
    fullName: lead!.fullName,
    latinName: lead!.latinName ?? null,
    title: { 'RT-E': 'Lead instructor', 'RT-F': 'Formatrice principale', 'DNS-A': 'المدرّبة الرئيسية' }[code]!,
  }))
  const host = { fullName: 'Mouna Namoudhaj', latinName: null, title: 'Internet Society Tunisia Chapter' }
  return [{ track: '', ...host }, ...leads.flatMap((lead) => [lead, { track: lead.track, ...host }])]
}
