export function nameFault(_r: string): string | null { return null }
