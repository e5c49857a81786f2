export { default, handle, loader, meta } from './all.tsx'
