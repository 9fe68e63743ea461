// The mark: a hall with its door open.
export function Mark() {
  return (
    <span className="flex items-center gap-2 font-semibold text-[15px] tracking-tight">
      <svg viewBox="0 0 32 32" className="size-6" aria-hidden>
        <rect width="32" height="32" rx="8" className="fill-accent" />
        <path d="M7 24V14l9-6 9 6v10h-4v-8h-3v8h-4v-8h-3v8z" className="fill-accent-ink" />
      </svg>
      Guildhall
    </span>
  )
}
