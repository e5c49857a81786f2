import { vitePlugin as remix } from '@remix-run/dev'
import { defineConfig } from 'vite'
import { catalogues } from './bin/build/catalogues.ts'
import { deviceScripts } from './bin/build/device-scripts.ts'
import { leanPackages } from './bin/build/lean-packages.ts'
import { noRouterInBrowsers } from './bin/build/no-router-in-browsers.ts'
import { pageSheet } from './bin/build/page-sheet.ts'
import { serverBundle } from './bin/build/server-bundle.ts'

/** The Vite configuration: `remix vite:build --config remix.config.js`. */
export default defineConfig({
  plugins: [
    remix({
      buildDirectory: process.env.PLENARY_BUILD_DIR ?? 'build',
      future: {
        v3_fetcherPersist: true,
        v3_relativeSplatPath: true,
        v3_throwAbortReason: true,
        v3_singleFetch: true,
        v3_routeConfig: true,
        v3_lazyRouteDiscovery: false,
      },
    }),
    noRouterInBrowsers(),
    deviceScripts(),
    pageSheet(),
    catalogues(),
    leanPackages(),
    serverBundle(),
  ],
  build: { target: 'esnext', cssMinify: false, assetsInlineLimit: 0, reportCompressedSize: false },
})
