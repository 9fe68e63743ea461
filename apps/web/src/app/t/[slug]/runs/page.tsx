// Runs of the tenant.
import { Runs } from '../../../../features/run/runs.tsx'

export default function RunsPage() {
  return <Runs />
}
