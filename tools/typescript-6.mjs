// dependency-cruiser reads sources through TypeScript's JavaScript API, which TypeScript 7 does not have: for that tool alone, `typescript` is version 6.
import { register } from 'node:module'

const hook = `export function resolve(name, context, next) { return next(name === 'typescript' || name.startsWith('typescript/') ? name.replace('typescript', 'typescript-6') : name, context) }`
register(`data:text/javascript,${encodeURIComponent(hook)}`, import.meta.url)
