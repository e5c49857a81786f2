import { html, type Markup } from './markup.ts'
import type { MailEvent } from './event.ts'
import type { Phrase, Say } from './phrase.ts'
import { formatDays } from '#app/values/dates.ts'

/** A message, ready for its envelope. */
export interface Letter {
  subject: string
  html: string
  text: string
}

/** The colour of a series under white text: plenary.css, `--c`. */
const COLOURS: Record<string, string> = { inet: '#2747bd', ndss: '#a3164a', ntw: '#0b6b4a', regional: '#8c4c00' }
const INK = '#15211d'

interface Frame {
  /** What the list of mails shows after the subject. */
  preview: Phrase
  heading: Phrase
  /** Over the heading: the series and the days. */
  event?: MailEvent
  footer: Phrase
}

/**
 * One column of 600 pixels in tables and inline styles, as old mail programs need it; light as it stands, and dark
 * where a style sheet is heeded. Direction and sides are written out on every level.
 */
export function layout(say: Say, { preview, heading, event, footer }: Frame, body: Markup): string {
  const { language, direction } = say
  const start = direction === 'rtl' ? 'right' : 'left'
  const band = event ? (COLOURS[event.mark] ?? INK) : INK
  return html`<!doctype html>
    <html lang="${language}" dir="${direction}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <title>${heading.text}</title>
        <style>
          @media (prefers-color-scheme: dark) {
            .paper {
              background: #101714 !important;
            }
            .ink {
              color: #e9efeb !important;
            }
            .mute {
              color: #a3b0a9 !important;
            }
            .rule {
              border-color: #33413b !important;
            }
            .edge {
              border-color: #e9efeb !important;
            }
            .line {
              border-color: #85948d !important;
            }
            .go {
              background: #e9efeb !important;
              color: #101714 !important;
            }
            .link {
              color: #aec1ff !important;
            }
            .plain {
              border: 1px solid #85948d;
            }
          }
        </style>
      </head>
      <body class="paper" dir="${direction}" style="margin:0;padding:0;background:#fcfcfa;color:${INK}">
        <div style="display:none;max-height:0;overflow:hidden">${preview}</div>
        <table
          class="paper"
          role="presentation"
          dir="${direction}"
          width="100%"
          cellpadding="0"
          cellspacing="0"
          style="width:100%;background:#fcfcfa"
        >
          <tbody>
            <tr>
              <td align="center" dir="${direction}" style="padding:24px 20px">
                <table
                  role="presentation"
                  dir="${direction}"
                  width="600"
                  cellpadding="0"
                  cellspacing="0"
                  style="width:100%;max-width:600px"
                >
                  <tbody>
                    <tr>
                      <td
                        class="ink"
                        dir="${direction}"
                        lang="${language}"
                        align="${start}"
                        style="text-align:${start};font:16px/1.5 'Segoe UI',Roboto,Helvetica,Arial,sans-serif;color:${INK}"
                      >
                        <p
                          class="ink"
                          style="margin:0 0 20px;font:700 22px/1 Georgia,'Times New Roman',serif;color:${INK}"
                        >
                          ${say.t('common.name')}
                          <span class="mute" style="font:14px Arial,sans-serif;color:#55625c"
                            >${say.t('common.society')}</span
                          >
                        </p>
                        <div
                          class="${band === INK ? 'plain' : 'band'}"
                          style="background:${band};color:#ffffff;padding:20px 24px 24px"
                        >
                          ${
                            event
                              ? html`<p style="margin:0 0 12px;font-size:15px;font-weight:600;color:#ffffff">
                                  <bdi>${event.seriesName}</bdi> ·
                                  <bdi>${formatDays(event.startsOn, event.endsOn, language)}</bdi>
                                </p> `
                              : null
                          }
                          <h1
                            style="margin:0;font:700 32px/${direction === 'rtl' ? '1.4' : '1.15'} Georgia,'Times New Roman',serif;color:#ffffff"
                          >
                            ${heading}
                          </h1>
                        </div>
                        ${body}
                        <p
                          class="mute edge"
                          style="margin:24px 0 0;padding-top:16px;border-top:3px solid #15211d;font-size:14px;color:#55625c"
                        >
                          ${footer}
                        </p>
                      </td>
                    </tr>
                  </tbody>
                </table>
              </td>
            </tr>
          </tbody>
        </table>
      </body>
    </html> `.source
}

export function paragraph(phrase: Phrase | Markup): Markup {
  return html`<p class="ink" style="margin:0 0 16px;color:#15211d">${phrase}</p> `
}

/** The first paragraph under the heading. */
export function lead(phrase: Phrase): Markup {
  return html`<p class="ink" style="margin:24px 0 16px;color:#15211d">${phrase}</p> `
}

/** The one thing to do. */
export function button(label: Phrase, address: string): Markup {
  return html`<p style="margin:24px 0">
    <a
      class="go"
      href="${address}"
      style="display:inline-block;background:#15211d;color:#ffffff;padding:13px 22px;font-weight:600;text-decoration:none"
      >${label}</a
    >
  </p> `
}

export function link(label: Phrase, address: string): Markup {
  return html`<a class="link" href="${address}" style="color:#1f3ea8">${label}</a>`
}

/** A code to be read aloud or held to a desk. */
export function codeBox(code: Phrase): Markup {
  return html`<p
    class="ink line"
    dir="ltr"
    style="margin:0 0 24px;padding:16px;border:2px dashed #66736d;text-align:center;font:700 28px/1.2 Consolas,Menlo,monospace;letter-spacing:2px;color:#15211d"
  >
    ${code}
  </p> `
}
