import { dirname, relative, resolve } from 'node:path'
import { type Plugin, transformWithEsbuild } from 'vite'

/** What Remix's plugin makes of the routes: every page, imported at once. */
const WHOLE = '\0virtual:remix/server-build'
/** The same for the server that people ask: the pages of an area are read when one of them is first asked for. */
const IN_AREAS = 'virtual:pages-in-areas'
const AREA = 'virtual:area/'

const ROUTE = /import \* as (route\d+) from ("[^"]+");/g

/**
 * Makes the server's build one copy of every module, of the application, the pages and the packages they use, with two
 * doors: `start.js` is what `npm start` runs, `index.js` gives tests all the pages at once.
 */
export function serverBundle(): Plugin {
  let outFolder = ''
  let isForServer = false
  let pages: { area: string; name: string; file: string }[] = []
  return {
    name: 'server-bundle',
    apply: 'build',
    config: (_, { isSsrBuild }) =>
      isSsrBuild
        ? {
            // React without what it tells its developers, which is the larger half.
            define: { 'process.env.NODE_ENV': '"production"' },
            build: {
              reportCompressedSize: false,
              // Remix’s stand-in for a `fetch` that Node has.
              commonjsOptions: { ignore: ['undici'] },
              rollupOptions: {
                input: { index: 'virtual:remix/server-build', start: 'server/start.ts' } as unknown as string,
                output: { entryFileNames: '[name].js' },
              },
            },
            ssr: { noExternal: true, external: BESIDE },
          }
        : {},
    configResolved(config) {
      outFolder = resolve(config.root, config.build.outDir)
      isForServer = Boolean(config.build.ssr)
    },
    resolveId: (id) => (id === IN_AREAS || id.startsWith(AREA) ? `\0${id}` : null),
    async load(id) {
      if (id === `\0${IN_AREAS}`) {
        const { code } = await this.load({ id: WHOLE })
        pages = pagesIn(code!)
        return inAreas(code!, pages)
      }
      if (!id.startsWith(`\0${AREA}`)) return null
      const own = pages.filter(({ area }) => `\0${AREA}${area}` === id)
      return own.map(({ name, file }) => `export * as ${name} from ${file}`).join('\n')
    },
    /** What finds files beside itself (templates, fonts, a thread of its own) finds those of the sources. */
    resolveImportMeta(property, { chunkId, moduleId }) {
      if (!isForServer || property !== 'url' || moduleId.includes('/node_modules/')) return null
      const way = relative(dirname(resolve(outFolder, chunkId)), moduleId).replaceAll('\\', '/')
      return `new URL(${JSON.stringify(way)}, import.meta.url).href`
    },
    /**
     * Source stays in memory as long as the process lives: without its comments and spaces it is a third smaller. One letter
     * beyond ASCII would make a whole large file take two bytes a letter. Names stay, for who reads what went wrong where.
     */
    async renderChunk(code, { fileName }) {
      if (!isForServer) return null
      const small = await transformWithEsbuild(code, fileName, {
        charset: 'ascii',
        target: 'esnext',
        minifyWhitespace: true,
        minifySyntax: true,
        lineLimit: 200,
        sourcemap: false,
      })
      // Within patterns, which are left as they are.
      return { code: small.code.replace(/[^\0-\x7f]/g, escaped), map: null }
    },
  }
}

function escaped(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`
}

/** Packages that stay as they are: with files of their own beside them, or read by few servers or late. */
const BESIDE = [
  'better-sqlite3',
  '@myriaddreamin/typst-ts-node-compiler',
  'moment-timezone',
  'mysql2',
  'nodemailer',
  'postal-mime',
  'stripe',
  'vite',
]

function pagesIn(code: string) {
  return [...code.matchAll(ROUTE)].map(([, name, file]) => ({
    name: name!,
    file: file!,
    area: /\/routes\/([^/"]+)\//.exec(file!)?.[1] ?? 'root',
  }))
}

/** The build with a name in place of each page, and how to read the pages of an area by their names. */
function inAreas(code: string, pages: { area: string; name: string }[]): string {
  const areas = [...new Set(pages.map(({ area }) => area))]
  const areaOf = new Map(pages.map(({ name, area }) => [name, area]))
  return [
    code
      .replaceAll(ROUTE, '')
      .replaceAll(/module: (route\d+)/g, (_, name: string) => `area: '${areaOf.get(name)}', name: '${name}'`),
    'export const areas = {',
    ...areas.map((area) => `  '${area}': () => import('${AREA}${area}'),`),
    '}',
  ].join('\n')
}
