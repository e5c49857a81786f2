export { action, default, loader, meta } from './cohort-member.tsx'
