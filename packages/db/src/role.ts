// Refuses a connection whose role could get around row-level security.
import { AppError } from '@guildhall/contracts/errors'
import { database } from './client.ts'

/** Throws `unavailable`, with the cure, for a superuser, a BYPASSRLS role and an owner of tables. */
export async function refuseBypassingRole(): Promise<void> {
  const [role] = await database().$queryRaw<{ name: string; bypasses: boolean; owns: boolean }[]>`
    SELECT rolname::text AS name, rolsuper OR rolbypassrls AS bypasses,
      EXISTS (SELECT FROM pg_tables WHERE schemaname = 'public' AND tableowner = current_user) AS owns
    FROM pg_roles WHERE rolname = current_user`
  if (!role || role.bypasses || role.owns) {
    throw new AppError('unavailable', {
      public: `The database role ${role?.name} can get around row-level security (superuser, BYPASSRLS or owner of tables). Cure: put the role guildhall_app into DATABASE_URL; DATABASE_OWNER_URL is for migrations only`,
    })
  }
}
