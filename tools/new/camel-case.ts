// `customer-service` -> `customerService`: the constant of a pack is named as its folder.

export const camelCase = (text: string): string =>
  text.replace(/[-.](\w)/g, (_, letter: string) => letter.toUpperCase())
