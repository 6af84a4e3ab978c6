import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import type { IGrammar, StackElement } from 'vscode-textmate';
import { createRegistryFromGrammars } from 'vscode-tmgrammar-test/dist/common/index.js';
import { readProjectFile } from '../papers/pages';

const PATH = 'syntaxes/wgsl.tmLanguage.json';

interface Token {
  readonly text: string;
  /** Innermost first, without the language’s own. */
  readonly scopes: readonly string[];
}

/** Lines, and of each the tokens that matter with the scope that they have, without `.wgsl`. */
const SAMPLES: readonly (readonly [line: string, ...tokens: (readonly [text: string, scope: string])[]])[] = [
  ['enable f16, subgroups;', ['enable', 'keyword.control.directive'], ['f16', 'support.constant.feature'], ['subgroups', 'support.constant.feature'], [';', 'punctuation.terminator.statement']],
  ['requires readonly_and_readwrite_storage_textures;', ['requires', 'keyword.control.directive'], ['readonly_and_readwrite_storage_textures', 'support.constant.feature']],
  ['diagnostic(off, chromium.unreachable_code);', ['diagnostic', 'keyword.control.directive'], ['off', 'support.constant.severity'], ['chromium.unreachable_code', 'support.constant.rule']],
  ['@diagnostic(warning, derivative_uniformity) fn f() {}', ['diagnostic', 'entity.name.tag.attribute'], ['warning', 'support.constant.severity'], ['fn', 'storage.type.function'], ['f', 'entity.name.function']],
  ['@compute @workgroup_size(threads, 1)', ['@', 'punctuation.definition.attribute'], ['compute', 'entity.name.tag.attribute'], ['workgroup_size', 'entity.name.tag.attribute'], ['threads', 'variable.other'], ['1', 'constant.numeric.integer.decimal']],
  ['fn main(@builtin(global_invocation_id) id : vec3u, @builtin(subgroup_size) n : u32) -> @location(0) vec4<f32> {', ['main', 'entity.name.function'], ['global_invocation_id', 'variable.language.builtin'], ['id', 'variable.parameter'], ['vec3u', 'support.type.vector'], ['subgroup_size', 'variable.language.builtin'], ['u32', 'support.type.scalar'], ['->', 'keyword.operator.arrow'], ['vec4', 'support.type.generic'], ['<', 'punctuation.definition.template.begin'], ['>', 'punctuation.definition.template.end']],
  ['@fragment fn shade(@interpolate(perspective, centroid) uv : vec2h) {}', ['fragment', 'entity.name.tag.attribute'], ['perspective', 'support.constant.interpolation'], ['centroid', 'support.constant.interpolation'], ['vec2h', 'support.type.vector']],
  ['@group(0) @binding(3) var<storage, read_write> s : array<atomic<u32>, 16>;', ['group', 'entity.name.tag.attribute'], ['var', 'storage.type.var'], ['storage', 'storage.modifier.address-space'], ['read_write', 'storage.modifier.access'], ['s', 'variable.other.declaration'], ['array', 'support.type.generic'], ['atomic', 'support.type.generic'], ['16', 'constant.numeric.integer.decimal']],
  ['var<workgroup> tile : array<array<vec4f, 4>, 8>;', ['workgroup', 'storage.modifier.address-space'], ['tile', 'variable.other.declaration'], ['vec4f', 'support.type.vector'], [';', 'punctuation.terminator.statement']],
  ['@group(0) @binding(1) var picture : texture_storage_2d<rgba8unorm, write>;', ['picture', 'variable.other.declaration'], ['texture_storage_2d', 'support.type.generic'], ['rgba8unorm', 'support.constant.texel-format'], ['write', 'storage.modifier.access']],
  ['var depth : texture_depth_multisampled_2d; var s : sampler_comparison;', ['texture_depth_multisampled_2d', 'support.type.texture'], ['sampler_comparison', 'support.type.texture']],
  ['override threads : u32 = 64; const HALF = 0.5h; const_assert HALF < 1.0h;', ['override', 'storage.modifier.override'], ['threads', 'variable.other.constant'], ['const', 'storage.modifier.const'], ['0.5h', 'constant.numeric.float.decimal'], ['const_assert', 'keyword.other.const_assert']],
  ['struct Running { largest : f32, sum : f32, }', ['struct', 'storage.type.struct'], ['Running', 'entity.name.type.struct'], ['largest', 'variable.parameter'], ['f32', 'support.type.scalar']],
  ['alias Row = array<f32, 8>;', ['alias', 'storage.type.alias'], ['Row', 'entity.name.type.alias']],
  ['let a = 0x1Fu + 12i - 0x1.8p-24f * 1e-3 / .5 % 3.f;', ['let', 'storage.type.let'], ['a', 'variable.other.constant'], ['0x1Fu', 'constant.numeric.integer.hex'], ['12i', 'constant.numeric.integer.decimal'], ['0x1.8p-24f', 'constant.numeric.float.hex'], ['1e-3', 'constant.numeric.float.decimal'], ['.5', 'constant.numeric.float.decimal'], ['%', 'keyword.operator.arithmetic'], ['3.f', 'constant.numeric.float.decimal']],
  ['if (a < b && c >= d || !e) { x <<= 2u; y = x >> 1u; } else { z ^= ~w; i++; }', ['if', 'keyword.control.conditional'], ['<', 'keyword.operator.comparison'], ['&&', 'keyword.operator.logical'], ['>=', 'keyword.operator.comparison'], ['||', 'keyword.operator.logical'], ['!', 'keyword.operator.logical'], ['<<=', 'keyword.operator.assignment.compound'], ['>>', 'keyword.operator.shift'], ['else', 'keyword.control.conditional'], ['^=', 'keyword.operator.assignment.compound'], ['~', 'keyword.operator.bitwise'], ['++', 'keyword.operator.increment']],
  ['switch (k) { case 1u, 2u: { break; } default: { continue; } }', ['switch', 'keyword.control.conditional'], ['case', 'keyword.control.conditional'], ['break', 'keyword.control.flow'], ['default', 'keyword.control.conditional'], ['continue', 'keyword.control.flow']],
  ['loop { continuing { break if done; } } for (;;) {} while (true) { discard; return; }', ['loop', 'keyword.control.loop'], ['continuing', 'keyword.control.loop'], ['for', 'keyword.control.loop'], ['while', 'keyword.control.loop'], ['true', 'constant.language.boolean'], ['discard', 'keyword.control.flow'], ['return', 'keyword.control.flow']],
  ['_ = bitcast<u32>(subgroupAdd(fma(v.xyz, w, u)) + helper(p[0].x));', ['_', 'variable.language.phony'], ['bitcast', 'support.type.generic'], ['subgroupAdd', 'support.function.builtin'], ['fma', 'support.function.builtin'], ['xyz', 'variable.other.member'], ['helper', 'entity.name.function.call']],
  ['let p = &x; let q : ptr<function, f32> = p; *q = 1.0;', ['&', 'keyword.operator.bitwise'], ['ptr', 'support.type.generic'], ['function', 'storage.modifier.address-space']],
  ['let größe = Δ + читать; // vec4f', ['größe', 'variable.other.constant'], ['Δ', 'variable.other'], ['читать', 'variable.other'], [' vec4f', 'comment.line.double-slash']],
  ['/* outer /* inner */ still */ let y = 1;', [' outer ', 'comment.block'], [' inner ', 'comment.block'], [' still ', 'comment.block'], ['let', 'storage.type.let']],
  ['let class = 1; @unknown var z : i32;', ['class', 'variable.other.constant'], ['unknown', 'invalid.illegal.attribute']],
  ['x = class + 1;', ['class', 'invalid.illegal.reserved']],
];

describe('the grammar of WGSL', () => {
  let grammar: IGrammar;

  before(async () => {
    const registry = createRegistryFromGrammars([{ grammar: { path: PATH, scopeName: 'source.wgsl' }, content: readProjectFile(PATH) }]);
    const loaded = await registry.loadGrammar('source.wgsl');
    assert.ok(loaded);
    grammar = loaded;
  });

  function tokens(text: string): readonly Token[] {
    let state: StackElement | null = null;
    return text.split('\n').flatMap((line) => {
      const { tokens: found, ruleStack } = grammar.tokenizeLine(line, state);
      state = ruleStack;
      return found.map(({ startIndex, endIndex, scopes }) => ({
        text: line.slice(startIndex, endIndex),
        scopes: scopes.filter((scope) => scope !== 'source.wgsl').map((scope) => scope.replace(/\.wgsl$/u, '')).reverse(),
      }));
    });
  }

  for (const [line, ...expected] of SAMPLES) {
    it(`reads ${line}`, () => {
      let rest = tokens(line);
      for (const [text, scope] of expected) {
        const at = rest.findIndex((token) => token.text === text && token.scopes[0] === scope);
        assert.ok(at >= 0, `“${text}” is ${scope}, in ${JSON.stringify(rest)}`);
        rest = rest.slice(at + 1);
      }
    });
  }

  it('knows every word of the bundled kernels, and finds nothing wrong in them', () => {
    const files = readdirSync('webview', { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.wgsl'));
    assert.ok(files.length > 5);
    for (const file of files) {
      for (const { text, scopes } of tokens(readProjectFile(`webview/${file}`))) {
        const [scope = ''] = scopes;
        assert.ok(text.trim() === '' || (scope !== '' && !scope.startsWith('invalid')), `${file}: “${text}” is ${scope === '' ? 'nothing' : scope}`);
      }
    }
  });

  it('ends where a bracket is missing, and with much of anything', () => {
    assert.equal(tokens('let a = array<f32;\nlet b = 1;').find(({ text }) => text === 'b')?.scopes[0], 'variable.other.constant');
    for (const piece of ['0x', '@', '1.e', '((', 'a.b ']) assert.ok(tokens(piece.repeat(5000)).length > 0, piece);
    // Comments and templates nest, and each level costs; no kernel nests so deep.
    for (const piece of ['/* ', 'array<', 'vec4<(']) assert.ok(tokens(piece.repeat(200)).length > 0, piece);
  });
});
