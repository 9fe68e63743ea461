// Why an item is refused: where in it, what is wrong, and how to mend it.

export type ItemFault = { location: string; message: string; fix: string }

export const fault = (location: string, message: string, fix: string): ItemFault => ({ location, message, fix })

/** Guarantee: nothing else that these readers return has a field `fix`. */
export const isFault = (value: object): value is ItemFault => 'fix' in value
