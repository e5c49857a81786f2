import type { Translate } from '#app/locales/translate.ts'

const KINDS = ['plenary', 'talk', 'panel', 'tutorial', 'workshop', 'lab', 'break', 'social'] as const

/** What kind of session it is; of one that is none of these, that it is another. */
export function kindWord(kind: string, t: Translate): string {
  const known = KINDS.find((one) => one === kind)
  return known ? t(`event.programme.kinds.${known}`) : t('release.otherKind')
}
