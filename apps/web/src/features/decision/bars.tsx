// Counts as bars with their numbers: a table to those who do not see the bars.
export function Bars({ rows }: { rows: readonly { name: string; count: number }[] }) {
  const most = Math.max(1, ...rows.map((row) => row.count))
  return (
    <table className="w-full text-[13px]">
      <tbody>
        {rows.map((row) => (
          <tr key={row.name}>
            <th scope="row" className="w-[38%] truncate py-1 pr-3 text-left font-normal">
              {row.name}
            </th>
            <td className="py-1">
              <div aria-hidden className="h-3.5 rounded-sm bg-raised">
                <div
                  className="h-full min-w-0.5 rounded-sm bg-accent/80"
                  style={{ width: `${(row.count / most) * 100}%` }}
                />
              </div>
            </td>
            <td className="w-12 py-1 text-right tabular-nums">{row.count}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
