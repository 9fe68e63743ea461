// The teacher's page.
import { ClassPage } from '../../../../features/classroom/class-page.tsx'

export default function TeacherPage() {
  return <ClassPage />
}
