import assert from 'node:assert/strict';
import { createRegistryFromGrammars } from 'vscode-tmgrammar-test/dist/common/index.js';
import { parseGrammarTestCase, runGrammarTestCase } from 'vscode-tmgrammar-test/dist/unit/index.js';
import { readProjectFile } from '../papers/pages';

/** Each grammar with a sample that says which scopes its text has, in the form of vscode-tmgrammar-test. */
const GRAMMARS = [
  ['text.lectern-digest', 'paper-digest'],
  ['lectern.paper-reference.injection', 'paper-reference'],
] as const;

describe('grammars', () => {
  for (const [scopeName, name] of GRAMMARS) {
    it(`tokenise the sample ${name}.txt as it says`, async () => {
      const path = `syntaxes/${name}.tmLanguage.json`;
      const grammar = { path, scopeName };
      const registry = createRegistryFromGrammars([{ grammar, content: readProjectFile(path) }]);
      const sample = parseGrammarTestCase(readProjectFile(`test/fixtures/syntaxes/${name}.txt`));
      assert.ok(sample.assertions.length > 0);
      assert.deepEqual(await runGrammarTestCase(registry, sample), []);
    });
  }

  it('come to an end with a long line of anything', async () => {
    const path = 'syntaxes/paper-digest.tmLanguage.json';
    const registry = createRegistryFromGrammars([{ grammar: { path, scopeName: 'text.lectern-digest' }, content: readProjectFile(path) }]);
    const grammar = await registry.loadGrammar('text.lectern-digest');
    assert.ok(grammar);
    for (const piece of ['$a ', '\\( ', 'a_{', '1,', 'https://', '[', 'arXiv:', 'x^', '9 authors](']) {
      const { ruleStack } = grammar.tokenizeLine('A Title', null);
      assert.ok(grammar.tokenizeLine(piece.repeat(20_000), ruleStack).tokens.length > 0, piece);
    }
  });
});
