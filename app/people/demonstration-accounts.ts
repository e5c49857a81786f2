import type { RoleName } from './rights.ts'

export type DemonstrationName = 'attendee' | 'organizer' | 'instructor' | 'reviewer' | 'finance' | 'administrator'

export interface DemonstrationAccount {
  name: DemonstrationName
  fullName: string
  email: string
  /** Where their work is. */
  start: string
  role?: { role: RoleName; at: 'installation' | 'series' | 'track' }
}

/** What the roles are about: a series, and this track of its next sample workshop that has it. */
export const DEMONSTRATION_PLACE = { series: 'ntw', track: 'T2' }

/** One account a kind of reader, with invented names; anybody may sign in to them, in demonstration mode only. */
export const DEMONSTRATION_ACCOUNTS: DemonstrationAccount[] = [
  { name: 'attendee', fullName: 'Contohwati', email: 'attendee@plenary.example', start: '/me' },
  {
    name: 'organizer',
    fullName: 'Wanjiku Placeholder',
    email: 'organizer@plenary.example',
    start: '/organize',
    role: { role: 'organizer', at: 'series' },
  },
  {
    name: 'instructor',
    fullName: 'Lasse Esimerkki',
    email: 'instructor@plenary.example',
    start: '/teach',
    role: { role: 'instructor', at: 'track' },
  },
  {
    name: 'reviewer',
    fullName: 'Mei-Lin Sample',
    email: 'reviewer@plenary.example',
    start: '/review',
    role: { role: 'reviewer', at: 'series' },
  },
  {
    name: 'finance',
    fullName: 'Ingrid Specimen',
    email: 'finance@plenary.example',
    start: '/finance',
    role: { role: 'finance', at: 'installation' },
  },
  {
    name: 'administrator',
    fullName: 'Ngaio Testcase',
    email: 'administrator@plenary.example',
    start: '/admin',
    role: { role: 'administrator', at: 'installation' },
  },
]
