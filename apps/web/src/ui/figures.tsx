// A row of figures at the head of a report: each with its name above it, as a list of terms so that both are read together.

type Figure = { name: string; figure: string }

export function Figures({ figures }: { figures: readonly Figure[] }) {
  return (
    <dl className="grid grid-cols-2 gap-4 sm:grid-cols-3 lg:grid-cols-6">
      {figures.map(({ name, figure }) => (
        <div key={name}>
          <dt className="text-soft text-xs">{name}</dt>
          <dd className="mt-1 font-semibold text-xl tabular-nums">{figure}</dd>
        </div>
      ))}
    </dl>
  )
}
