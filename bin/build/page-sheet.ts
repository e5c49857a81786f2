import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { Plugin } from 'vite'
import { prepareSheet } from './prepare-sheet.ts'

const NAME = 'virtual:page-sheet'
const STYLESHEET = resolve('app/ui/plenary.css')
const ICON = resolve('public/favicon.svg')

/** Gives the server the stylesheet in pieces, from which each public page takes those that it can use, and the icon. */
export function pageSheet(): Plugin {
  return {
    name: 'page-sheet',
    resolveId: (id) => (id === NAME ? `\0${NAME}` : null),
    async load(id) {
      if (id !== `\0${NAME}`) return null
      this.addWatchFile(STYLESHEET)
      this.addWatchFile(ICON)
      const sheet = prepareSheet(await readFile(STYLESHEET, 'utf8'))
      const icon = addressOf(await readFile(ICON, 'utf8'))
      return `export const icon = ${JSON.stringify(icon)}\nexport default ${JSON.stringify(sheet)}`
    },
  }
}

/** Written as the marks of the series are in the stylesheet, so that most of it is a repetition when it is compressed. */
function addressOf(svg: string): string {
  const text = svg.trim().replaceAll('"', "'").replace(/[<>#]/g, encodeURIComponent)
  return `data:image/svg+xml,${text}`
}
