export function screenText(_t: string): { flagged: boolean; kinds: ('self_harm' | 'abuse' | 'violence' | 'sexual' | 'personal_data')[] } { return { flagged: false, kinds: [] } }
