import { build, type Plugin } from 'vite'

/** What runs in the browser of an attendance device, by address: each whole in one file, so that it can be kept as such. */
const SCRIPTS: Record<string, string> = {
  'scripts/attendance.js': 'app/attendance/device/main.ts',
  // At the root, since a worker serves no address above its own.
  'attendance-worker.js': 'app/attendance/device/worker.ts',
}

/** Adds the scripts of attendance devices to what browsers are given; in development they are made when asked for. */
export function deviceScripts(): Plugin {
  let isForBrowsers = false
  return {
    name: 'device-scripts',
    configResolved(config) {
      isForBrowsers = config.command === 'build' && !config.build.ssr
    },
    async generateBundle() {
      if (!isForBrowsers) return
      for (const [fileName, entry] of Object.entries(SCRIPTS))
        this.emitFile({ type: 'asset', fileName, source: await bundled(entry) })
    },
    configureServer(server) {
      for (const [fileName, entry] of Object.entries(SCRIPTS)) {
        server.middlewares.use(`/${fileName}`, (_, outgoing, next) => {
          bundled(entry).then(
            (source) => outgoing.setHeader('Content-Type', 'text/javascript; charset=utf-8').end(source),
            next,
          )
        })
      }
    },
  }
}

async function bundled(entry: string): Promise<string> {
  const made = await build({
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    build: {
      target: 'es2022',
      write: false,
      modulePreload: false,
      rollupOptions: { input: entry, output: { format: 'es', inlineDynamicImports: true } },
    },
  })
  const [output] = Array.isArray(made) ? made : [made]
  if (!output || !('output' in output)) throw new Error(`${entry} could not be made into a script`)
  return output.output[0].code
}
