// The hints of the tutor's template in Chinese, by their English, and what its options and decisions are called.
import type { Localized } from '../../kit/localized.ts'

export const hints: Readonly<Record<string, string>> = {
  'Expected success of the next exercise': '下一道题的预计答对率',
  'What the learning gain outside the band counts for; 0 keeps to the band, and learns less':
    '范围外学习收获的权重；0 表示只在范围内选题，学得较少',
  'reviews_first: what is due for review comes before what is new': '先复习：到期复习的内容先于新内容',
  'From here a skill is reviewed': '达到此水平后该技能进入复习',
  'Mastery a prerequisite must have reached': '先修技能须达到的掌握度',
  'Responses before an exercise answered right may come again': '答对的题目再次出现前须间隔的作答数',
  'The lock: nobody is given a hint above it': '锁定：不会给出更高层级的提示',
  'Who may see the whole solution (level 4)': '谁可以看完整解答（第 4 层）',
  'For after_n: from this attempt on': '用于“若干次之后”：从第几次作答起',
  'Per learner, by UTC day; null for no limit': '每位学习者每个 UTC 日；不填则不限',
  'null: the learner’s own school year': '不填：按学习者自己的年级',
  '{value} is the misconception’s name': '{value} 为误解的名称',
  'When the day’s practice is done': '当日练习完成时',
  'When a message goes to the teacher': '消息转给教师时',
  'Levels 0 to 3, where an exercise has no hint of its own or it would tell':
    '第 0 至 3 层，用于题目没有提示或提示会泄露答案时',
}

const both = (en: string, zh: string): Localized => ({ en, 'zh-CN': zh })

export const values: Readonly<Record<string, Localized>> = {
  gain: both('largest learning gain', '学习收获最大'),
  reviews_first: both('reviews first', '先复习'),
  never: both('never', '从不'),
  teacher_only: both('the teacher only', '仅教师'),
  after_n: both('after some attempts', '若干次作答之后'),
  right: both('right', '正确'),
  'not right': both('not right', '不正确'),
  stopped: both('stopped for a person', '已停止，待人工处理'),
  ...Object.fromEntries([0, 1, 2, 3, 4].map((level) => [`hint ${level}`, both(`hint ${level}`, `提示 ${level}`)])),
}
