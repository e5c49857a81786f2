import { SERVER_FLAGS, SETTINGS } from '../../bin/start-up/flags.mjs'

/** Node as `npm start` runs it. */
export const FLAGGED = [process.execPath, ...SERVER_FLAGS]

/** The server as `npm start` runs it, without what comes before. */
export const SERVER = [...FLAGGED, 'server.ts']

/** Its surroundings. */
export const SURROUNDINGS = { ...SETTINGS, NODE_ENV: 'production' }
