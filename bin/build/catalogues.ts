import { build, type Plugin } from 'vite'
import { LANGUAGES } from '../../app/locales/languages.ts'

/**
 * Makes the texts of each language a file of their own in the server's build, which is read when somebody first asks in
 * that language. As code they would stay in memory twice, and be read at every start whoever comes.
 */
export function catalogues(): Plugin {
  let root = ''
  let isForServer = false
  return {
    name: 'catalogues',
    apply: 'build',
    configResolved(config) {
      root = config.root
      isForServer = Boolean(config.build.ssr)
    },
    async load(id) {
      if (!isForServer || id !== `${root}/app/locales/catalogues.ts`) return null
      const texts = await Promise.all(LANGUAGES.map(({ code }) => textsOf(root, code)))
      const entries = texts.map(({ code, json }) => {
        const reference = this.emitFile({ type: 'asset', name: `${code}.json`, source: json })
        return `${code}: () => read(import.meta.ROLLUP_FILE_URL_${reference}),`
      })
      return [
        `import { readFileSync } from 'node:fs'`,
        `const read = (file) => JSON.parse(readFileSync(new URL(file), 'utf8'))`,
        `export const CATALOGUES = {`,
        ...entries,
        `}`,
      ].join('\n')
    },
  }
}

async function textsOf(root: string, code: string): Promise<{ code: string; json: string }> {
  const made = await build({
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    build: {
      target: 'esnext',
      write: false,
      minify: false,
      modulePreload: false,
      rollupOptions: { input: `${root}/app/locales/${code}.ts`, preserveEntrySignatures: 'strict' },
    },
  })
  const [output] = Array.isArray(made) ? made : [made]
  if (!output || !('output' in output)) throw new Error(`The texts of ${code} could not be read.`)
  const source = Buffer.from(output.output[0].code).toString('base64')
  const module = (await import(`data:text/javascript;base64,${source}`)) as Record<string, object>
  return { code, json: JSON.stringify(module[code]) }
}
