import { html, type Markup } from './markup.ts'
import { DEFAULT_LANGUAGE, directionOf, isLanguage, type Language } from '#app/locales/languages.ts'
import { type Key, type Translate, translator } from '#app/locales/translate.ts'
import { cleanLine } from '#app/values/text.ts'

/** A piece of a mail in both its forms, so that the text says what the HTML says. */
export interface Phrase {
  html: Markup
  text: string
}

/** One reader's language. Called with a key it gives the phrase, with each inserted name apart from its surroundings. */
export interface Say {
  (key: Key, values?: Record<string, string | number>): Phrase
  language: Language
  direction: 'ltr' | 'rtl'
  t: Translate
  /** A name, a code, an amount: something that keeps its own direction, and its own language if that is told. */
  value(text: string, language?: string): Phrase
  /** A phrase for a header: one line without control characters. */
  subject(key: Key, values?: Record<string, string | number>): string
}

const FIRST_STRONG_ISOLATE = '\u2068'
const POP_DIRECTIONAL_ISOLATE = '\u2069'
const PLACE = /\uE000(\w+)\uE001/

export function sayIn(wanted: string): Say {
  const language = isLanguage(wanted) ? wanted : DEFAULT_LANGUAGE
  const direction = directionOf(language)
  const t = translator(language)

  const value = (text: string, itsLanguage?: string): Phrase => {
    const line = cleanLine(text)
    return {
      html:
        itsLanguage && itsLanguage !== language
          ? html`<bdi lang="${itsLanguage}">${line}</bdi>`
          : html`<bdi>${line}</bdi>`,
      text: isolate(line, direction),
    }
  }

  /** Names come in after the translating, so that nothing in them is taken for a place to fill. */
  const pieces = (key: Key, values: Record<string, string | number>): (string | Phrase)[] => {
    const places = Object.entries(values).map(([name, given]) => [
      name,
      typeof given === 'number' ? given : `\uE000${name}\uE001`,
    ])
    return t(key, Object.fromEntries(places))
      .split(PLACE)
      .map((piece, at) => (at % 2 === 0 ? piece : value(String(values[piece]))))
  }

  const say = (key: Key, values: Record<string, string | number> = {}): Phrase => {
    const all = pieces(key, values)
    return { html: html`${all}`, text: all.map((piece) => (typeof piece === 'string' ? piece : piece.text)).join('') }
  }
  const subject = (key: Key, values?: Record<string, string | number>) => cleanLine(say(key, values).text)
  return Object.assign(say, { language, direction, t, value, subject })
}

/** Keeps a value from being torn apart by text of the other direction around it (Unicode UAX 9, 2.4). */
function isolate(text: string, direction: 'ltr' | 'rtl'): string {
  const needs = direction === 'rtl' || /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]/.test(text)
  return needs ? `${FIRST_STRONG_ISOLATE}${text}${POP_DIRECTIONAL_ISOLATE}` : text
}
