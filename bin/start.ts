import { serve } from './start-up/serve.ts'

process.env.NODE_ENV = 'production'
await serve({ needsBuild: true })
