import { isKey, type Translate } from '#app/locales/translate.ts'

/** What a kind of mail is called on pages. */
export function templateName(template: string, t: Translate): string {
  const key = `broadcast.template.${template}`
  return isKey(key) ? t(key) : template
}
