import * as vscode from 'vscode';
import type { ArxivCategories } from '../../core/feeds/arxiv-categories';
import { LONGEST_SEARCH, MOST_CATEGORIES, type FeedSource, type Schedule } from '../../core/feeds/feed';
import { arxivSearch } from '../../core/feeds/feed-address';
import { addDays, CATCH_UP_DAYS, dayOf } from '../../core/feeds/periods';
import { scheduleWords } from './feed-words';
import { pickOne, pickSome, type Choice, type Step } from './pick-step';

type Kind = 'day' | 'week' | 'newest' | 'arxiv-rss' | 'arxiv-search';

/**
 * What and when to follow, asked in steps; `undefined` when the user left.
 *
 * @param loadCategories what is asked once categories are to be chosen from
 */
export async function askForFeed(loadCategories: () => Promise<ArxivCategories>): Promise<{ readonly source: FeedSource; readonly schedule: Schedule } | undefined> {
  for (;;) {
    const kind = await pickOne(step(1, vscode.l10n.t('What to follow')), kinds());
    if (kind === undefined || kind === 'back') {
      return undefined;
    }
    const asked = await askForRest(kind.value, loadCategories);
    if (asked !== 'back') {
      return asked;
    }
  }
}

async function askForRest(kind: Kind, loadCategories: () => Promise<ArxivCategories>): Promise<{ readonly source: FeedSource; readonly schedule: Schedule } | 'back' | undefined> {
  for (;;) {
    const source: FeedSource | 'back' | undefined = kind === 'newest' ? { kind: 'daily-papers', by: 'newest' } : await askForSource(kind, loadCategories);
    if (source === undefined || source === 'back') {
      return source;
    }
    const schedule = await pickOne(step(3, vscode.l10n.t('When to check')), schedules());
    if (schedule === undefined || (schedule === 'back' && kind === 'newest')) {
      return schedule;
    }
    if (schedule !== 'back') {
      return { source, schedule: schedule.value };
    }
  }
}

async function askForSource(kind: Exclude<Kind, 'newest'>, loadCategories: () => Promise<ArxivCategories>): Promise<FeedSource | 'back' | undefined> {
  switch (kind) {
    case 'day':
    case 'week': {
      const from = await pickOne(step(2, vscode.l10n.t('From which day on')), beginnings());
      return from === undefined || from === 'back' ? from : { kind: 'daily-papers', by: kind, from: from.value };
    }
    case 'arxiv-rss': {
      const picked = await pickSome(step(2, vscode.l10n.t('Categories; type to find one')), choicesOf(await loadCategories()));
      return picked === undefined || picked === 'back'
        ? picked
        : { kind: 'arxiv-rss', categories: picked.slice(0, MOST_CATEGORIES).map(({ value }) => value) };
    }
    case 'arxiv-search': {
      const placeholder = vscode.l10n.t('Words, a query such as cat:cs.CL AND abs:attention, or a category');
      const categories = await loadCategories();
      const choices = choicesOf(categories).map((choice) => ({ ...choice, value: `cat:${choice.value}` }));
      const picked = await pickOne(step(2, placeholder), choices, { typed: (typed) => searches(typed, categories) });
      return picked === undefined || picked === 'back' ? picked : { kind: 'arxiv-search', search: picked.value };
    }
  }
}

function step(number: number, placeholder: string): Step {
  return { title: vscode.l10n.t('Follow a Feed'), step: number, total: 3, placeholder };
}

function kinds(): readonly Choice<Kind>[] {
  return [
    { label: vscode.l10n.t('Daily Papers, day by day'), description: 'huggingface.co', detail: vscode.l10n.t('The list of each day, missed days too'), value: 'day' },
    { label: vscode.l10n.t('Daily Papers, week by week'), description: 'huggingface.co', detail: vscode.l10n.t('The list of each week'), value: 'week' },
    { label: vscode.l10n.t('Newest Daily Papers'), description: 'huggingface.co', detail: vscode.l10n.t('One request a check, no catching up'), value: 'newest' },
    { label: vscode.l10n.t('arXiv announcements'), description: 'rss.arxiv.org', detail: vscode.l10n.t('What arXiv announces each day in categories that you choose'), value: 'arxiv-rss' },
    { label: vscode.l10n.t('arXiv search'), description: 'export.arxiv.org', detail: vscode.l10n.t('New papers of a category or a query'), value: 'arxiv-search' },
  ];
}

function beginnings(): readonly Choice<string>[] {
  const today = dayOf(Date.now());
  const choice = (label: string, days: number): Choice<string> => {
    const day = addDays(today, -days);
    return { label, description: day, value: day };
  };
  return [
    choice(vscode.l10n.t('From today on'), 0),
    choice(vscode.l10n.t('With the last week'), 6),
    choice(vscode.l10n.t('With the last two weeks'), CATCH_UP_DAYS - 1),
  ];
}

function schedules(): readonly Choice<Schedule>[] {
  const values: readonly Schedule[] = ['manual', { everyHours: 6 }, { everyHours: 24 }, { everyHours: 168 }];
  return values.map((value) => ({
    label: scheduleWords(value),
    ...(value === 'manual' ? { detail: vscode.l10n.t('No request without your command') } : {}),
    value,
  }));
}

function choicesOf(categories: ArxivCategories): readonly Choice<string>[] {
  return Object.entries(categories).map(([value, name]) => ({ label: value, description: name, value }));
}

/** What is typed as a search, before the categories that it narrows; nothing for the code of a category. */
function searches(typed: string, categories: ArxivCategories): readonly Choice<string>[] {
  const value = arxivSearch(typed);
  const isCategory = Object.keys(categories).some((category) => category.toLowerCase() === typed.trim().toLowerCase());
  return isCategory || value === '' || value.length > LONGEST_SEARCH
    ? []
    : [{ label: `$(search) ${typed.trim()}`, description: value === typed.trim() ? vscode.l10n.t('search') : value, alwaysShow: true, value }];
}
