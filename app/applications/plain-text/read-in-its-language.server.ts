import type { Kysely } from 'kysely'
import { formParts, itemsOf } from './form-parts.ts'
import { formIdOf, readForm } from './read-form.ts'
import { shownReading } from './shown-reading.ts'
import { readCall } from '#app/applications/calls/read-call.server.ts'
import { isLanguage, type Language } from '#app/locales/languages.ts'
import { translator } from '#app/locales/translate.ts'
import type { Database } from '#db/schema.ts'

/** Reads somebody's text form of a call in the language that its own first lines name, else in that of the page. */
export async function readInItsLanguage(
  db: Kysely<Database>,
  { text, callId, language }: { text: string; callId: string; language: Language },
) {
  const id = formIdOf(text)
  const named = id?.split('/').at(-1)
  const its: Language = isLanguage(named) ? named : language
  const call = await readCall(db, { callId, language: its })
  if (!call) throw new Error('a text form without its call')
  const t = translator(its)
  const parts = formParts(call, t)
  const read = readForm(text, parts, t)
  const isOther = id !== null && id.split('/').length === 3 && id.split('/')[1] !== call.slug
  return {
    call,
    read,
    items: itemsOf(parts),
    language: its,
    shown: shownReading(read, parts, its),
    /** Of another call, as the form itself says. */
    otherId: isOther ? id : null,
  }
}
