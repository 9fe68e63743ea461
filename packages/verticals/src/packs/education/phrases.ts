// The tutor's own phrases, easy ones first. They hold no figure and no number word, so that they can hardly tell an answer; the leak guard
// reads them all the same.
import type { Localized } from '../../kit/localized.ts'
import type { Phrases } from './content.ts'

const both = (en: string, zh: string): Localized => ({ en, 'zh-CN': zh })

export const defaultPhrases: Phrases = {
  right: [
    both('Yes. That is right. Good job.', '对了。做得好。'),
    both('Correct. You picked a way that works and kept to it.', '答对了。你用的做法很好，也做完了。'),
    both(
      'Correct. You picked a method that works here and followed it to the end.',
      '回答正确。你选的方法合适，也做到了最后。',
    ),
    both(
      'Correct. Your method suits this kind of question, and you carried out every step of it carefully.',
      '回答正确。你的方法适合这类题目，每个步骤都完成得很仔细。',
    ),
    both(
      'That is right: your method fits the question, and you followed it carefully to the end.',
      '回答正确：你的方法适合这道题，而且你认真地做到了最后。',
    ),
    both(
      'Correct. The method you selected suits this kind of question, and your calculation follows it carefully.',
      '回答正确。你选择的方法适合这类题目，计算步骤清楚，结果可靠。',
    ),
    both(
      'Correct. The method you selected suits this kind of question, and your calculation follows it carefully from beginning to end.',
      '回答正确。你选择的策略与这类题目相符，推理过程前后连贯，计算准确。',
    ),
    both(
      'Correct. The method you selected is appropriate for this kind of question, and your calculation follows it carefully.',
      '回答正确。你选择的策略适合这类题目，推理过程连贯，计算准确。',
    ),
    both(
      'Correct. The strategy you selected is appropriate for this kind of question, and your calculation follows it consistently.',
      '回答正确。所选策略与该类题目的结构相符，推理严谨连贯，计算准确无误。',
    ),
  ],
  partial: [
    both('So close. Look at how you wrote it.', '很接近了。看看你是怎么写的。'),
    both('You are very close. Look again at the form of your answer.', '已经很接近了。再看看答案的写法。'),
    both(
      'You are very close. The value fits, but the question asks for the answer in another form.',
      '已经很接近了。数值合适，但题目要求另外的写法。',
    ),
    both(
      'You are very close. The value you found is suitable, but the question requires you to write the answer in a different form.',
      '已经非常接近。数值正确，但题目要求用另外的形式来表达答案。',
    ),
    both(
      'Nearly complete. The value you calculated is suitable, but the form in which you present it differs from what the question requires.',
      '接近完整。数值符合要求，但表达形式与题目规定的不同，请调整。',
    ),
    both(
      'Nearly complete. The calculated value is satisfactory, but the presentation of the answer differs from the form that the question requires.',
      '接近完整。数值符合题意，表达形式却偏离题目规定，请予以调整。',
    ),
  ],
  wrong: [
    both('Not yet. Read it again. Then have a go.', '还不对。再读读题，再试试。'),
    both(
      'That is not correct yet. Compare each of your steps with the question.',
      '还不对。请把每步和题目的要求比比看。',
    ),
    both(
      'The answer is not correct yet. Compare each of your steps carefully with what the question asks for.',
      '这个答案还不对。请把每步和题目的要求比较，找出不同的地方。',
    ),
    both(
      'The answer is not correct yet. Compare every step of your working with what the question asks, and correct the step that differs.',
      '这个答案还不正确。请把每个步骤与题目的要求对照，改正其中不同的地方。',
    ),
    both(
      'This answer does not fit the question yet. Examine each step of your calculation and decide which of them you can justify.',
      '这个答案与题目还不相符。请检查计算的每个步骤，判断哪些有依据。',
    ),
    both(
      'The answer is not correct yet. Compare every step of your calculation carefully with what the question asks, and reconsider the step that differs.',
      '答案暂不正确。请对照题目要求，逐步检查计算过程，修正偏差之处。',
    ),
    both(
      'The answer is not correct yet. Compare every step of your calculation carefully with the requirements of the question, and reconsider whichever differs.',
      '答案暂不正确。请依据题目条件，逐项检查推导过程，修正偏差之处。',
    ),
    both(
      'The answer is not correct yet. Compare every operation of your calculation carefully with the requirements of the question, and reconsider whichever differs.',
      '答案暂不准确。请依据题目条件，逐项审查推导过程，修正其中偏差。',
    ),
  ],
  wrong_named: [
    both('Not yet. Think about this: {value}.', '还不对。想想这里：{value}。'),
    both('Not right yet. Check whether this happened: {value}.', '还不对。看看是不是这样：{value}。'),
    both(
      'That is not correct yet. Compare your steps with this common mistake: {value}.',
      '这个答案还不正确。对照这个常见错误：{value}。',
    ),
  ],
  limit: [
    both('That is all for today. Take a rest. Come back soon.', '今天就到这里。休息好，下次再来。'),
    both(
      'You have practised enough for today. Rest now and continue another day.',
      '今天的练习已经完成。请休息，改天继续。',
    ),
  ],
  stopped: [
    both(
      'Thank you for telling me. Your teacher will see that you need to talk. If you are in danger now, go to an adult you trust.',
      '谢谢你告诉我。老师会知道你想谈谈。如果现在有危险，请马上找你信任的大人。',
    ),
  ],
  safe_hints: [
    both('What does the question ask you to find? Say it in your own words.', '这道题要你求什么？用自己的话说说看。'),
    both('Which method have you used before for questions like this?', '以前做这类题时，你用过什么方法？'),
    both(
      'Go back to the place where you got stuck. What do you know there, and what is missing?',
      '回到卡住的地方。那里你知道什么，还缺什么？',
    ),
    both(
      'Look at a worked question of the same kind in your book, then come back to this question.',
      '先看看书上同类题目的做法，再回来做这道题。',
    ),
  ],
}
