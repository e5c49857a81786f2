/**
 * Of the texts of one thing the one to show: in the reader's language, else in the thing's own, else in English, else
 * any. Undefined when there is none.
 */
export function inLanguage<Text extends { language: string }>(
  texts: readonly Text[],
  reader: string,
  own?: string,
): Text | undefined {
  const find = (language: string | undefined) => texts.find((text) => text.language === language)
  return find(reader) ?? find(own) ?? find('en') ?? texts[0]
}
