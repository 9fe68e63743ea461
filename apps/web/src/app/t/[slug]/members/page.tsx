// Members of the tenant.
import { Members } from '../../../../features/member/members.tsx'

export default function MembersPage() {
  return <Members />
}
