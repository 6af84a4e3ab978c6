import * as vscode from 'vscode';

export interface Step {
  readonly title: string;
  readonly step: number;
  readonly total: number;
  readonly placeholder: string;
}

export interface Choice<T> extends vscode.QuickPickItem {
  readonly value: T;
}

export interface StepOptions<T> {
  /** Choices that follow what is typed, before the fixed ones. */
  readonly typed?: (value: string) => readonly Choice<T>[];
}

/** The choice of one step; `back` to the step before; `undefined` when the user left. */
export async function pickOne<T>(step: Step, choices: readonly Choice<T>[], options: StepOptions<T> = {}): Promise<Choice<T> | 'back' | undefined> {
  const answer = await show(step, choices, false, options);
  return answer === undefined || answer === 'back' ? answer : answer[0];
}

/** At least one of the choices. */
export function pickSome<T>(step: Step, choices: readonly Choice<T>[]): Promise<readonly Choice<T>[] | 'back' | undefined> {
  return show(step, choices, true, {});
}

function show<T>(step: Step, choices: readonly Choice<T>[], many: boolean, { typed }: StepOptions<T>): Promise<readonly Choice<T>[] | 'back' | undefined> {
  return new Promise((resolve) => {
    const pick = vscode.window.createQuickPick<Choice<T>>();
    pick.title = step.title;
    pick.step = step.step;
    pick.totalSteps = step.total;
    pick.placeholder = step.placeholder;
    pick.canSelectMany = many;
    pick.matchOnDescription = true;
    pick.matchOnDetail = true;
    pick.ignoreFocusOut = true;
    pick.buttons = step.step > 1 ? [vscode.QuickInputButtons.Back] : [];
    pick.items = choices;
    pick.onDidChangeValue((value) => {
      if (typed) {
        pick.items = [...typed(value), ...choices];
      }
    });
    pick.onDidTriggerButton(() => {
      resolve('back');
      pick.hide();
    });
    pick.onDidAccept(() => {
      if (pick.selectedItems.length > 0) {
        resolve(pick.selectedItems);
        pick.hide();
      }
    });
    pick.onDidHide(() => {
      resolve(undefined);
      pick.dispose();
    });
    pick.show();
  });
}
