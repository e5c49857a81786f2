import { readdir, rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { Plugin } from 'vite'

/** How Remix asks for what a page sends to browsers. */
const FOR_BROWSERS = /\?__remix-build-client-route$/

/**
 * Our pages send nothing of Remix to browsers, so none of it is made: no second copy of every page and of all that it
 * uses, which the server would keep in memory besides. The scripts of `public` and of `device-scripts.ts` stay.
 */
export function noRouterInBrowsers(): Plugin {
  let isForServer = false
  let folder = ''
  return {
    name: 'no-router-in-browsers',
    apply: 'build',
    enforce: 'post',
    configResolved({ root, build }) {
      isForServer = Boolean(build.ssr)
      folder = join(resolve(root, build.outDir), '../client/assets')
    },
    transform: (_, id) => (FOR_BROWSERS.test(id) ? 'export default null' : null),
    // The server’s build comes last, and needs Remix’s list of these files.
    async closeBundle() {
      if (!isForServer) return
      const scripts = (await readdir(folder)).filter((name) => name.endsWith('.js'))
      await Promise.all(scripts.map((name) => rm(join(folder, name))))
    },
  }
}
