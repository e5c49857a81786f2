import { vitePlugin as remix } from '@remix-run/dev'
import { defineConfig } from 'vite'
import { deviceScripts } from './bin/build/device-scripts.ts'

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
    deviceScripts(),
  ],
  build: { target: 'esnext', cssMinify: false, assetsInlineLimit: 0 },
  ssr: { noExternal: [] },
})
