import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

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

/** What every template reads as `sys.inputs.faces`. */
export const FACES = JSON.stringify({
  sans: ['Noto Sans', ...FALLBACK],
  serif: ['Noto Serif', 'Noto Sans', ...FALLBACK],
})

/** Their folders in the packages of https://github.com/expo/google-fonts. */
const PACKAGES = [
  'noto-sans',
  'noto-serif',
  ...SCRIPTS.map((script) => `noto-sans-${script.toLowerCase()}`),
  'kosugi',
  'nanum-gothic',
  'zcool-xiaowei',
]

export function fontFolders(): string[] {
  const require = createRequire(import.meta.url)
  return PACKAGES.flatMap((name) => {
    const folder = dirname(require.resolve(`@expo-google-fonts/${name}/package.json`))
    return [join(folder, '400Regular'), join(folder, '700Bold')]
  })
}
