// What the screen looks for. Personal data is the only one that no list of words finds.
export type ScreenKind = 'self_harm' | 'abuse' | 'violence' | 'sexual' | 'personal_data'
