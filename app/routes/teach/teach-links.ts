import type { Translate } from '#app/locales/translate.ts'
import type { WorkLink } from '#app/ui/work-side.tsx'

/** The places of a workshop as its instructors see it. */
export function teachLinks(slug: string, { count, t }: { count: number; t: Translate }): WorkLink[] {
  const base = `/teach/${slug}`
  return [
    { to: base, label: t('teach.overview') },
    { to: `${base}/participants`, label: t('teach.participants'), count },
    { to: `${base}/attendance`, label: t('attendance.title') },
    { to: `${base}/paper`, label: t('onPaper.title') },
    { to: `${base}/lab`, label: t('teach.labGroups') },
    { to: `${base}/sessions`, label: t('teach.materials') },
    { to: `${base}/messages`, label: t('teach.messages') },
    { to: `${base}/surveys`, label: t('survey.title') },
    { to: `${base}/certificates`, label: t('certificate.title') },
  ]
}
