import { z } from 'zod'
import { TEXT_LANGUAGES } from '#app/events/text-languages.ts'
import type { Fault, WordsFor } from '#app/mail/placeholders.ts'
import { readPlaceholders } from '#app/mail/placeholders.ts'
import { optionalLine, optionalText } from '#app/values/fields.ts'
import type { Refusal } from '#app/values/refusal.ts'

/** A subject and a body in one language. Both empty: there is none in it. */
export const textSchema = z.object({
  language: z.string().refine((code) => TEXT_LANGUAGES.includes(code), 'form.required'),
  subject: optionalLine(200),
  body: optionalText(20_000),
  version: z.coerce.number().int().catch(-1),
})

export type TextForm = z.output<typeof textSchema>

export type TextRefusal = `placeholder-${Fault['is']}` | 'text-half'

/** What is wrong with a text, each slip at its line: half of it missing, or a placeholder that there is none of. */
export function textRefusals({ subject, body }: TextForm, wordsFor: WordsFor): Refusal<TextRefusal>[] {
  if ((subject === '') !== (body === ''))
    return [{ code: 'text-half', field: subject === '' ? 'subject' : 'body' } satisfies Refusal<TextRefusal>]
  return (['subject', 'body'] as const).flatMap((field) =>
    readPlaceholders(field === 'subject' ? subject : body, wordsFor)
      .faults.slice(0, 10)
      .map(({ is, written, line, nearest }) => ({
        code: `placeholder-${is}` as const,
        field,
        details: { written, line, nearest: `{${nearest}}` },
      })),
  )
}
