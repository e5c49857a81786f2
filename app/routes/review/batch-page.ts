import type { Call } from '#app/applications/calls/call.ts'
import type { ReviewedApplication } from '#app/applications/reviews/blind-view.ts'
import type { ShownAnswer } from '#app/applications/reviews/shown-answer.ts'
import { directionOf, type Language } from '#app/locales/languages.ts'
import { translator } from '#app/locales/translate.ts'
import { countryName, formatDay } from '#app/values/dates.ts'
import type { Instant } from '#app/values/moment.ts'

interface BatchPage {
  call: Pick<Call, 'title' | 'criteria'>
  applications: ReviewedApplication[]
  language: Language
  now: Instant
}

const STYLE =
  'body{font:1rem/1.5 system-ui,sans-serif;max-width:44rem;margin:auto;padding:1rem;color-scheme:light dark}article{border-top:3px solid}nav a{display:inline-block;padding:.3rem .5rem}'

/** Applications to read without a line: one whole page, with no address in it but its own. */
export function batchPage({ call, applications, language, now }: BatchPage): string {
  const t = translator(language)
  const title = t('reviewing.batch.pageTitle', { call: call.title })
  const rubric = call.criteria.map(({ code, label, maximum, anchors }) => {
    const meant = anchors.map(({ score, text }) => t('reviewing.anchor', { score, text })).join(' · ')
    return `<dt>${esc(label)} <code>${esc(code)}</code> 0–${maximum}</dt><dd>${esc(meant)}</dd>`
  })
  const articles = applications.map((application) => {
    const { label, sections, letters, choices } = application
    const answers = sections.flatMap((section) => [
      `<h3>${esc(section.title)}</h3>`,
      ...section.answers.map(
        ({ label: question, shown }) =>
          `<h4>${esc(question)}</h4><p dir="auto">${shown ? lines(shownText(shown, language)) : '…'}</p>`,
      ),
    ])
    const written = letters.flatMap(({ kind, text }) =>
      text === null ? [] : [`<h4>${esc(t(`reviewing.letterOf.${kind}`))}</h4><p dir="auto">${lines(text)}</p>`],
    )
    return `<article id="${esc(label)}"><h2>${esc(label)}</h2><p>${esc(choices.join(' · '))}</p>${answers.join('')}${written.join('')}</article>`
  })
  const contents = applications.map(({ label }) => `<a href="#${esc(label)}">${esc(label)}</a>`)
  return `<!doctype html><html lang="${language}" dir="${directionOf(language)}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${esc(title)}</title><style>${STYLE}</style></head><body><h1>${esc(title)}</h1><p>${esc(t('reviewing.batch.pageLead', { day: formatDay(now.slice(0, 10), language) }))}</p><dl>${rubric.join('')}</dl><nav>${contents.join(' ')}</nav>${articles.join('')}</body></html>`
}

function shownText(shown: ShownAnswer, language: Language): string {
  const t = translator(language)
  switch (shown.is) {
    case 'text':
      return shown.text
    case 'words':
      return shown.words.join('\n')
    case 'yesno':
      return t(shown.isYes ? 'register.yes' : 'register.no')
    case 'country':
      return countryName(shown.code, language)
    case 'rows':
      return shown.rows.map(({ label, value }) => t('common.labelled', { label, text: value })).join('\n')
    case 'costs':
      return shown.rows
        .map(({ label, cost, own, others }) =>
          t('common.labelled', {
            label,
            text: t('reviewing.costs', { cost: cost || '0', own: own || '0', others: others || '0' }),
          }),
        )
        .join('\n')
  }
}

function lines(text: string): string {
  return esc(text).replaceAll('\n', '<br>')
}

const SIGNS: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

function esc(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => SIGNS[sign]!)
}
