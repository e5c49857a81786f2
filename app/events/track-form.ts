import { z } from 'zod'
import { textLanguage } from './details-form.ts'
import { line, optionalLine } from '#app/values/fields.ts'
import { seenOf } from '#app/values/seen.ts'

export const trackSchema = z.object({
  seen: z.string().max(64).default(''),
  textLanguage: textLanguage(),
  code: line(20).pipe(z.string().regex(/^[\p{L}\p{N}][\p{L}\p{N}.-]*$/u, 'organize.codeShape')),
  title: line(200),
  language: textLanguage(),
  level: z.enum(['introductory', 'intermediate', 'advanced'], { error: 'form.choose' }).optional(),
  room: optionalLine(120),
  summary: optionalLine(1000),
  prerequisites: optionalLine(1000),
})

export type TrackForm = z.output<typeof trackSchema>

interface StoredTrack {
  code: string
  language: string
  level: string | null
  room: string | null
}

/** Stands for what the form shows of a track with its text in one language, which it may not have yet. */
export function seenTrack(
  { code, language, level, room }: StoredTrack,
  text: { title: string; summary: string; prerequisites: string } | undefined,
): string {
  return seenOf([code, language, level, room, text && [text.title, text.summary, text.prerequisites]])
}
