import type { CertificateContent } from './certificate.ts'
import { SEALS } from './seals.ts'
import { directionOf, languageOf } from '#app/locales/languages.ts'
import { translator } from '#app/locales/translate.ts'
import { formatDay, formatDays } from '#app/values/dates.ts'
import type { SeriesMark } from '#db/schema.ts'

export interface CertificateSheet {
  certificates: CertificatePaper[]
}

/** One certificate in words and lines, for the typesetter and the page. */
export interface CertificatePaper {
  language: string
  isRightToLeft: boolean
  title: string
  kind: string
  intro: string
  name: string
  latinName: string
  statement: string
  where: string
  issued: string
  signatories: { name: string; latinName: string; title: string }[]
  verifyAt: string
  verifyUrl: string
  serial: string
  mark: SeriesMark
  seal: { lines: string; nodes: string }
  /** The signed statement that the file carries; '' for none. */
  jws: string
}

/** What stands on the paper of a certificate, in the language that it is written in. */
export function certificatePaper(
  content: CertificateContent,
  { serial, jws, baseUrl }: { serial: string; jws: string; baseUrl: string },
): CertificatePaper {
  const language = languageOf(content.language)
  const t = translator(language)
  const mark = content.mark in SEALS ? (content.mark as SeriesMark) : 'plain'
  const dates = formatDays(content.startsOn, content.endsOn, language)
  return {
    language,
    isRightToLeft: directionOf(language) === 'rtl',
    title: t('certificate.paper.title', { name: content.name }),
    kind: t('certificate.paper.kind', { event: apart(content.event) }),
    intro: t('certificate.paper.intro'),
    name: content.name,
    latinName: content.latinName ?? '',
    statement: content.statement,
    where: [content.place, dates].filter(Boolean).map(apart).join(t('common.listSeparator')),
    issued: [
      ...(content.host === null ? [] : [t('certificate.paper.host', { host: apart(content.host) })]),
      t('certificate.paper.issued', { day: apart(formatDay(content.issuedOn, language)) }),
    ].join(' · '),
    signatories: content.signatories.map(({ name, latinName, title }) => ({ name, latinName: latinName ?? '', title })),
    verifyAt: t('certificate.paper.verify', { address: apart(`${new URL(baseUrl).host}/verify`) }),
    verifyUrl: `${baseUrl}/verify/${serial}`,
    serial,
    mark,
    seal: SEALS[mark],
    jws,
  }
}

/** What keeps its own direction inside a line of any other (FSI … PDI). */
function apart(text: string): string {
  return `\u2068${text}\u2069`
}
