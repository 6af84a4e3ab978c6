import assert from 'node:assert/strict';
import { dailyPapersText } from '../../../src/core/papers/formats/daily-papers-text';

const ABSTRACT = 'This abstract of the fixture is long enough to be told from page furniture, and says nothing that anyone has measured.';

/** An entry as tools write it that put the address of a link on the line after it. */
function entry(id: string, upvotes: string, who: string, when: string): string {
  const page = `https://huggingface.co/papers/${id}`;
  return `${upvotes}\n\nhttps://huggingface.co/login?next=%2Fpapers%2F${id}\n\nPaper ${id}\n\n${page}\n\n${ABSTRACT}\n\n${page}\n\n${who}\n\n·\n\n${when}\n\n`;
}

const AUTHORS = '[\n\n3 authors](https://huggingface.co/papers/x)';
const HEAD = '# Daily Papers - Hugging Face\n\nMonthly \n\nhttps://huggingface.co/papers/trending\n\n';

describe('a Daily Papers page with its addresses on lines', () => {
  it('has upvotes before an entry, comments after its date, and its number in its addresses', () => {
    const text = `${HEAD}Mar 25\n\n${entry('2510.21057', ' [-] 24', AUTHORS, 'Oct 23, 2025 \n\n2\n\nhttps://huggingface.co/papers/2510.21057#community')}`;
    const { papers, lines, problems, id } = dailyPapersText.read({ text });
    assert.equal(id, 'daily-papers-2026-03-25');
    assert.deepEqual(problems, []);
    assert.deepEqual(lines, [text.split('\n').indexOf(' [-] 24') + 1]);
    assert.deepEqual(papers, [{
      title: 'Paper 2510.21057', abstract: ABSTRACT, authorCount: 3, published: '2025-10-23', comments: 2, upvotes: 24,
      arxivId: '2510.21057', url: 'https://huggingface.co/papers/2510.21057',
    }]);
  });

  for (const [box, upvotes] of [['[-] 7', 7], ['   [-]   1,204', 1204], ['[ ] 1.2k', 1200], [' [-] -', 0], ['- [x] 5', 5], ['Upvote 12', 12], ['9', 9], ['', undefined]] as const) {
    it(`may write its upvotes as “${box}”`, () => {
      const { papers } = dailyPapersText.read({ text: `${HEAD}Mar 25\n\n${entry('2510.00001', box, AUTHORS, 'Oct 23, 2025')}` });
      assert.deepEqual(papers.map((paper) => [paper.title, paper.upvotes, paper.comments]), [['Paper 2510.00001', upvotes, undefined]]);
    });
  }

  it('names an organisation by its address', () => {
    const { papers } = dailyPapersText.read({ text: `${HEAD}Mar 25\n\n${entry('2510.00001', ' [-] 1', 'https://huggingface.co/papers/2510.00001\n\n Google\n\nhttps://huggingface.co/google', 'Oct 23, 2025')}` });
    assert.deepEqual(papers.map((paper) => paper.organisation), [{ slug: 'google', name: 'Google' }]);
  });

  it('dates papers of the current year, which it shows without one, by their numbers', () => {
    const text = `${HEAD}https://huggingface.co/papers/date/2026-01-08\n\nJan 9\n\n${entry('2601.00001', ' [-] 1', AUTHORS, 'Jan 5')}${entry('2601.00002', ' [-] 1', AUTHORS, 'Dec 31')}`;
    const { papers, date } = dailyPapersText.read({ text });
    assert.deepEqual([date, ...papers.map((paper) => paper.published)], ['2026-01-09', '2026-01-05', '2025-12-31']);
  });

  it('takes its day from the address it was saved from', () => {
    const text = `---\nurl: https://huggingface.co/papers/week/2025-W09\n---\n${HEAD}${entry('2502.00001', ' [-] 1', AUTHORS, 'Feb 25, 2025')}`;
    const { id, title, date, problems } = dailyPapersText.read({ text });
    assert.deepEqual([id, title, date, problems], ['daily-papers-2025-w09', 'Daily Papers, week 9 of 2025', '2025-03-02', []]);
  });

  it('followed by another is one digest of both, with a word about it', () => {
    const page = (day: string, id: string) => `${HEAD}${day}\n\n${entry(id, ' [-] 1', AUTHORS, 'Oct 23, 2025')}`;
    const { papers, problems, date } = dailyPapersText.read({ text: page('Oct 25', '2510.00001') + page('Oct 24', '2510.00002') });
    assert.deepEqual([papers.length, date], [2, '2025-10-25']);
    assert.deepEqual(problems.map(({ reason }) => reason), ['A second page begins here. Its papers were added to this digest.']);
  });

  it('leaves out who suggested a paper', () => {
    const text = `${HEAD}Mar 25\n\n${entry('2510.00001', ' [-] 1', AUTHORS, 'Oct 23, 2025')}Submitted by\n\nsomeone\n\nhttps://huggingface.co/someone\n\n${entry('2510.00002', ' [-] 2', AUTHORS, 'Oct 23, 2025')}`;
    const { papers } = dailyPapersText.read({ text });
    assert.deepEqual(papers.map((paper) => [paper.title, paper.upvotes, paper.organisation]), [['Paper 2510.00001', 1, undefined], ['Paper 2510.00002', 2, undefined]]);
  });
});

describe('a bare Daily Papers page', () => {
  const paper = (title: string, when: string) => `${title}\n\n${ABSTRACT}\n\n  • 3 authors\n·\n${when}\n\n`;

  it('of a week or month says so in its id', () => {
    for (const [line, id] of [['Feb 24 - Mar 2, 2025', '2025-w09'], ['Week 9, 2025', '2025-w09'], ['2025-W09', '2025-w09'], ['February 2025', '2025-02']]) {
      assert.equal(dailyPapersText.read({ text: `Daily Papers\n\n${line ?? ''}\n\n${paper('One Title', 'Feb 25, 2025')}` }).id, `daily-papers-${id ?? ''}`);
    }
  });

  it('may have upvotes before its papers', () => {
    const { papers } = dailyPapersText.read({ text: `Daily Papers\n\nFeb 26\n\n12\n${paper('One Title', 'Feb 25, 2025')}7\n${paper('Two Title', 'Feb 24, 2025 4')}` });
    assert.deepEqual(papers.map(({ upvotes, comments }) => [upvotes, comments]), [[12, undefined], [7, 4]]);
  });

  it('of this year shows dates without a year', () => {
    const { papers, date } = dailyPapersText.read({ text: `Daily Papers\n\nFeb 26\n\n${paper('One Title', 'Feb 25 3')}${paper('Two Title', 'Dec 30, 2025')}` });
    assert.deepEqual([date, ...papers.map(({ published }) => published)], ['2026-02-26', '2026-02-25', '2025-12-30']);
  });

  it('without any year is of the last such day before today', () => {
    const { date } = dailyPapersText.read({ text: `Daily Papers\n\nFeb 26\n\n${paper('One Title', 'Feb 25')}`, today: '2027-01-05' });
    assert.equal(date, '2026-02-26');
  });
});
