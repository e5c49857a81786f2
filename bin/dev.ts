import { serve } from './start-up/serve.ts'

process.env.NODE_ENV = 'development'
await serve({ needsBuild: false })
