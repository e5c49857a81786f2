import type { Plugin } from 'vite'

/** What is in a package for others than us, as it is asked for, and what does for us. */
const IN_PLACE_OF: Record<string, string> = {
  // Node’s own streams, files and `fetch` under Remix’s, from the days when Node had none.
  '@remix-run/node': '@remix-run/server-runtime',
}

/** What a package reads and we never use: half a megabyte of source, at every start and as long as the process lives. */
const NEVER_USED: Record<string, { by: RegExp; code: string }> = {
  // For styles in texts, which are ours alone there (`values/markdown.ts`).
  postcss: {
    by: /\/sanitize-html\//,
    code: `export const parse = () => { throw new Error('No style is ever read.') }`,
  },
  // For samples with traces, which nobody collects.
  '@opentelemetry/api': { by: /\/prom-client\//, code: 'export default {}' },
}

const STUB = '\0never-used:'

/** Leaves out of the server's build what the packages bring along for others. */
export function leanPackages(): Plugin {
  return {
    name: 'lean-packages',
    apply: (_, { isSsrBuild, command }) => command === 'build' && Boolean(isSsrBuild),
    enforce: 'pre',
    resolveId(id, importer) {
      if (IN_PLACE_OF[id]) return this.resolve(IN_PLACE_OF[id], importer, { skipSelf: true })
      return importer && NEVER_USED[id]?.by.test(importer) ? STUB + id : null
    },
    load: (id) => (id.startsWith(STUB) ? NEVER_USED[id.slice(STUB.length)]!.code : null),
  }
}
