export { action, default, loader, meta } from './cohort-limits.tsx'
