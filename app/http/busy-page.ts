import { brotliCompressSync, gzipSync } from 'node:zlib'
import type { Encoding } from './encoding.ts'
import { isLanguage, type Language, directionOf, negotiateLanguage } from '#app/locales/languages.ts'
import { translator } from '#app/locales/translate.ts'
import { remembered } from '#app/values/remembered.ts'

/** In seconds: a rush that is more than this process can carry is over by then, or it says so again. */
export const COME_AGAIN = 30

const STYLE =
  ':root{color-scheme:light dark}body{font:1.125rem/1.5 system-ui,sans-serif;max-width:34rem;margin:15vh auto;padding:0 1.25rem}h1{font-size:1.75rem;line-height:1.2}'

/** The page for whom we cannot carry now: true whatever they wanted, made of bytes that wait ready. */
export function busyPage(asked: {
  target: string
  acceptLanguage: string | undefined
  isSent: boolean
  encoding: Encoding
}): Buffer {
  const first = asked.target.split(/[/?]/, 2)[1]
  const language = isLanguage(first) ? first : negotiateLanguage(asked.acceptLanguage ?? null)
  return bytesOf(`${language} ${asked.isSent ? 'sent' : 'asked'} ${asked.encoding}`)
}

const bytesOf = remembered((key) => {
  const [language, kind, encoding] = key.split(' ') as [Language, 'sent' | 'asked', Encoding]
  const plain = Buffer.from(pageOf(language, kind))
  if (encoding === 'br') return brotliCompressSync(plain)
  return encoding === 'gzip' ? gzipSync(plain, { level: 9 }) : plain
})

function pageOf(language: Language, kind: 'sent' | 'asked'): string {
  const t = translator(language)
  const title = t('common.busy.title')
  const paragraphs = [t(`common.busy.${kind}`), t('common.busy.fair')].map((text) => `<p>${text}</p>`).join('')
  return `<!doctype html><html lang="${language}" dir="${directionOf(language)}"><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${t('common.pageTitle', { title })}</title><style>${STYLE}</style><main><h1>${title}</h1>${paragraphs}</main></html>\n`
}
