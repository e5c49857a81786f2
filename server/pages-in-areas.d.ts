/** Made by `bin/build/server-bundle.ts` of the routes. */
declare module 'virtual:pages-in-areas' {
  import type { ServerBuild } from '@remix-run/node'

  type Page = NonNullable<ServerBuild['routes'][string]>

  export const { mode, assets, assetsBuildDirectory, basename, future, isSpaMode, publicPath, entry }: ServerBuild
  /** Each page without its code: the area that brings it, and its name in there. */
  export const routes: Record<string, Omit<Page, 'module'> & { area: string; name: string }>
  export const areas: Record<string, () => Promise<Record<string, Page['module']>>>
}
