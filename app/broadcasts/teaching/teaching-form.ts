import { z } from 'zod'
import { TEXT_LANGUAGES } from '#app/events/text-languages.ts'
import { readPlaceholders, TEACHING_PLACEHOLDERS } from '#app/mail/placeholders.ts'
import { line, tick } from '#app/values/fields.ts'
import type { Refusal } from '#app/values/refusal.ts'
import { type TextRefusal, textRefusals } from '../broadcast-form.ts'
import { cleanText } from '#app/values/text.ts'

/** What an instructor writes, in one language. `track` is '' for everybody whom they teach. */
export const teachingSchema = z.object({
  track: z.string().max(36).default(''),
  language: z.string().refine((code) => TEXT_LANGUAGES.includes(code), 'form.required'),
  subject: line(200),
  body: z
    .string({ error: 'form.required' })
    .transform(cleanText)
    .refine((text) => text !== '', 'form.required')
    .refine((text) => text.length <= 20_000, 'form.tooLong?maximum=20000'),
  reply: tick(),
  version: z.coerce.number().int().catch(0),
})

export type TeachingForm = z.output<typeof teachingSchema>

/** What is wrong with the text: as in any message, and a placeholder that says what is not the instructor's to say. */
export function teachingRefusals({ language, subject, body, version }: TeachingForm): Refusal<TextRefusal>[] {
  const foreign = (['subject', 'body'] as const).flatMap((field) =>
    readPlaceholders(field === 'subject' ? subject : body, 'registration').pieces.flatMap((piece) =>
      'placeholder' in piece && !TEACHING_PLACEHOLDERS.includes(piece.placeholder)
        ? [{ code: 'placeholder-elsewhere' as const, field, details: elsewhere(body, piece.placeholder) }]
        : [],
    ),
  )
  return [...textRefusals({ language, subject, body, version }, 'registration'), ...foreign.slice(0, 10)]
}

function elsewhere(text: string, placeholder: string) {
  const written = `{${placeholder}}`
  const line = text.slice(0, Math.max(0, text.indexOf(written))).split('\n').length
  return { written, line, nearest: '{name}' }
}
