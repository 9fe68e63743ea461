// Where to go after signing in: only a path of ours, never another site.
export function nextPath(wanted: string | null): string | null {
  return wanted && /^\/(?:invite|t)\/[\w\-/]+$/.test(wanted) ? wanted : null
}
