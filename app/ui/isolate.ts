import { directionOf } from '#app/locales/languages.ts'

/** Text that keeps its own direction inside a sentence of any other (FSI … PDI): what `bdi` is where markup cannot go. */
export function isolate(text: string): string {
  return `\u2068${text}\u2069`
}

/** An amount inside a sentence: `US$ 250` would come apart in one that runs from right to left. */
export function isolateIn(language: string, text: string): string {
  return directionOf(language) === 'rtl' ? isolate(text) : text
}
