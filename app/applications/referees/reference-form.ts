import { z } from 'zod'
import type { RefereesTable } from '#db/schema.ts'
import { optionalText } from '#app/values/fields.ts'

/** Characters of a letter that is written into the page: about three pages. */
export const LONGEST_LETTER = 10_000
export const LONGEST_PAYS = 1000

/** What may be kept half done. */
export const draftSchema = z.object({
  letter: optionalText(LONGEST_LETTER),
  pays: optionalText(LONGEST_PAYS),
  releases: z
    .enum(['', 'yes', 'no'])
    .catch('')
    .transform((answer) => answer),
  file: z.string().optional(),
})

/** What is sent: of a referee words or a file, of an employer yes or no. `hasFile`: one was kept before. */
export function answerSchema(kind: RefereesTable['kind'], hasFile: boolean) {
  return draftSchema.superRefine(({ letter, file, releases }, context) => {
    if (kind === 'employer' && releases === '')
      context.addIssue({ code: 'custom', path: ['releases'], message: 'form.choose' })
    if (kind === 'referee' && letter === '' && file === undefined && !hasFile)
      context.addIssue({ code: 'custom', path: ['letter'], message: 'reference.empty' })
  })
}
