// Protected attributes leave the application before it is stored: a store of their own keeps them for the fairness figures, under its own scope.

/** Paths that are sealed: `protected` whole, and the two a household may carry. */
const householdNames = ['age', 'marital']

export function sealInput(input: Record<string, unknown>): {
  open: Record<string, unknown>
  sealed: Record<string, unknown> | null
} {
  const { protected: given, household, ...rest } = input
  const all = Object.entries({ ...Object(household) })
  const own = all.filter(([name, value]) => householdNames.includes(name) && value !== null && value !== undefined)
  const sealed = { ...Object(given), ...Object.fromEntries(own) }
  const open = all.filter(([name]) => !householdNames.includes(name))
  return {
    open: household === undefined ? rest : { ...rest, household: Object.fromEntries(open) },
    sealed: Object.keys(sealed).length === 0 ? null : sealed,
  }
}
