import { isKey, type Translate } from '#app/locales/translate.ts'

/** What an entry of the log says was done, in words: `Registration: confirmed`. What has no words yet stands as it is. */
export function actionWords(action: string, t: Translate): string {
  const [kind = '', verb = ''] = action.split('.')
  return t('common.labelled', { label: kindWords(kind, t), text: verbWords(verb, t) })
}

/** The kind of thing that an entry is about. */
export function kindWords(kind: string, t: Translate): string {
  const key = `team.log.kinds.${kind}`
  return isKey(key) ? t(key) : kind
}

function verbWords(verb: string, t: Translate): string {
  const key = `team.log.verbs.${verb}`
  return isKey(key) ? t(key) : verb
}
