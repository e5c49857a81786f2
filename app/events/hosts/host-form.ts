import { z } from 'zod'
import { isSlug } from '../event-slug.ts'
import { country, line, url } from '#app/values/fields.ts'

export const HOST_KINDS = ['office', 'chapter', 'partner'] as const

/** How many rows a page of hosts has. */
export const HOSTS_PAGE = 50

export const hostSchema = z.object({
  name: line(200),
  slug: z
    .string({ error: 'form.slug' })
    .max(60, 'form.slug')
    .refine((slug) => isSlug(slug), 'form.slug'),
  kind: z.enum(HOST_KINDS, { error: 'form.choose' }),
  country: country().optional(),
  url: url().optional(),
})

export type HostForm = z.output<typeof hostSchema>
