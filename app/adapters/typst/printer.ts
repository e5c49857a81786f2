import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { renderSVG } from 'uqr'
import type { Printer } from '#app/payments/papers/printer.ts'

/** The families that a text is looked for in, in this order; each brings the scripts that those before it lack. */
const SCRIPTS = [
  'Arabic',
  'Hebrew',
  'Devanagari',
  'Bengali',
  'Tamil',
  'Sinhala',
  'Thai',
  'Khmer',
  'Myanmar',
  'Georgian',
  'Armenian',
  'Ethiopic',
]
const FALLBACK = [...SCRIPTS.map((script) => `Noto Sans ${script}`), 'Kosugi', 'Nanum Gothic', 'ZCOOL XiaoWei']
const FACES = JSON.stringify({ sans: ['Noto Sans', ...FALLBACK], serif: ['Noto Serif', 'Noto Sans', ...FALLBACK] })

/** Their folders in the packages of https://github.com/expo/google-fonts. */
const PACKAGES = [
  'noto-sans',
  'noto-serif',
  ...SCRIPTS.map((script) => `noto-sans-${script.toLowerCase()}`),
  'kosugi',
  'nanum-gothic',
  'zcool-xiaowei',
]

/** How many papers the typesetter remembers the parts of before it forgets the oldest. */
const REMEMBERED = 10

/**
 * Papers set by Typst (https://typst.app/docs/reference/), in this process, from fonts that come with it. Texts reach it
 * as data and never as markup, so that nothing in a name can mean anything to it.
 */
export function typstPrinter(): Printer {
  let compiler: NodeCompiler | undefined
  async function print(template: string, sheet: object): Promise<Uint8Array> {
    // Reading the fonts takes a third of a second: when the first paper is asked for, not at the start.
    compiler ??= NodeCompiler.create({ fontArgs: [{ fontPaths: fontFolders() }] })
    const mainFileContent = await readFile(new URL(template, import.meta.url), 'utf8')
    const pdf = compiler.pdf({ mainFileContent, inputs: { sheet: JSON.stringify(sheet), faces: FACES } })
    compiler.evictCache(REMEMBERED)
    return pdf
  }
  return {
    paper: (sheet) => print('paper.typ', sheet),
    tickets: (sheet) => {
      const tickets = sheet.tickets.map((ticket) => ({ ...ticket, picture: renderSVG(ticket.code, { border: 0 }) }))
      return print('tickets.typ', { ...sheet, tickets })
    },
  }
}

function fontFolders(): string[] {
  const require = createRequire(import.meta.url)
  return PACKAGES.flatMap((name) => {
    const folder = dirname(require.resolve(`@expo-google-fonts/${name}/package.json`))
    return [join(folder, '400Regular'), join(folder, '700Bold')]
  })
}
