export const goldens: never[] = []
