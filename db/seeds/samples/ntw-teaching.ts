import { NTW_TRACKS } from './ntw-programme.ts'
import { ntwDocument } from './ntw.ts'
import type { Instant } from '#app/values/moment.ts'

/** What is prepared for the workshop that is ahead: its surveys, its rule, and the lab of one track. */
export function ntwTeaching(now: Instant) {
  const track = NTW_TRACKS.find(({ code }) => code === 'T2')!
  return {
    slug: ntwDocument(now).slug,
    surveys: [
      { kind: 'before' as const },
      { kind: 'daily' as const },
      { kind: 'end' as const },
      { kind: 'impact' as const, isDraft: true },
    ],
    certificates: {
      minimumShare: 80,
      hours: 36,
      signatories: [{ fullName: 'Hone Tauira', latinName: null, title: 'Chair of the programme, NTW' }],
    },
    lab: {
      track: track.code,
      groups: 4,
      pattern: {
        prefix: 'pc',
        from: 1,
        count: track.seats,
        columns: 6,
        firstRow: 1,
        machine: '{label}.t2.lab.example',
        addressRange: '198.51.100.{n}/32 2001:db8:2:{n:hex}::/64',
        zoneName: '{label}.t2.example',
      },
    },
  }
}
