import { z } from 'zod'
import type { RoleName } from '../rights.ts'
import { LANGUAGES } from '#app/locales/languages.ts'
import { email } from '#app/values/fields.ts'

/** The roles that a team has, in the order in which they are offered. */
export const TEAM_ROLES = [
  'organizer',
  'programme',
  'front-desk',
  'finance',
  'instructor',
  'reviewer',
  'observer',
] as const satisfies RoleName[]

export type TeamRole = (typeof TEAM_ROLES)[number]

/** How many rows a page of a team has. */
export const TEAM_PAGE = 50

export const inviteSchema = z.object({
  email: email(),
  role: z.enum(TEAM_ROLES, { error: 'form.choose' }),
  scope: z.enum(['event', 'series'], { error: 'form.choose' }).default('event'),
  trackId: z.string().max(36).optional(),
  language: z.enum(
    LANGUAGES.map(({ code }) => code),
    { error: 'form.choose' },
  ),
})

export type Invite = z.output<typeof inviteSchema>
