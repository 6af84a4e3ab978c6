import type { TopicEntry } from './topic-entry';

/** Topics of language models: how they are made, made fast, made safe, and what they are asked to do. */
export const LANGUAGE_TOPICS = [
  {
    id: 'long-context',
    name: 'Long context',
    strong: `
      long context, longer context, context window, context length, context extension, length extension, length extrapolation, length
      generalization, length generalisation, context extrapolation, needle in a haystack, infinite context, long sequence, sequence length, long
      text understanding, long input, million token, long document understanding, kv cache compression, kv cache eviction, context compression,
      position interpolation, longbench`,
    usual: `
      long text, longer text, longer sequence, long dependency, niah, rope, rotary position embedding, positional encoding, relative positional
      encoding, position encoding, position embedding, extrapolate, streaming input, attention sink, kv cache, 128k, 1m token, long range, input
      length, training length, sliding window, streaming, infinite, input of any length, streaming llm`,
    weak: 'sequence, extrapolation, 32k, 100k, longer',
  },
  {
    id: 'long-form',
    name: 'Long-form generation',
    strong: `
      long form generation, long form text, long form text generation, long text generation, ultra long generation, long generation, ultra long
      text generation, ultra long text, longer output, long output, story generation, creative writing, novel writing, story writing, long form
      writing, generating long text, generate long text`,
    usual: `
      writing, long form, output length, generation length, extensive writing, storytelling, narrative, report generation, ultra long, essay,
      report writing, long text`,
    weak: 'coherence, plan, novel',
  },
  {
    id: 'attention',
    name: 'Efficient attention and sequence models',
    strong: `
      flashattention, efficient attention, linear attention, sparse attention, exact attention, attention kernel, state space model, ssm, mamba,
      rwkv, recurrent neural network, rnn, linear transformer, subquadratic, sub quadratic, gated deltanet, test time training, hybrid attention,
      sliding window attention, attention mechanism, efficient transformer, linear recurrence, hybrid architecture, native sparse attention, fast
      weight, token mixing, deltanet, block sparse attention, self attention`,
    usual: `
      quadratic complexity, quadratic cost, linear complexity, attention head, attention matrix, softmax attention, recurrent state, recurrence,
      sram, hbm, io aware, tiling, transformer architecture, recurrent, approximate attention, multi head attention, ttt, attention algorithm,
      token mixer, attention score, attention pattern`,
    weak: 'attention, quadratic, linear, wall clock',
  },
  {
    id: 'moe',
    name: 'Mixture of experts',
    strong: 'mixture of expert, moe, expert routing, sparse expert, expert parallelism, mixture of lora',
    usual: 'router, routed expert, expert, routing, upcycling, load balancing, active parameter, activated parameter',
  },
  {
    id: 'inference',
    name: 'Inference and serving',
    strong: `
      speculative decoding, llm serving, inference acceleration, inference efficiency, efficient inference, kv cache, inference engine, serving
      system, parallel decoding, draft model, early exit, token pruning, prefill, on device, edge device, fast inference, disaggregated, inference
      framework, inference speed, inference serving, inference time acceleration, continuous batching`,
    usual: `
      throughput, latency, decoding speed, speedup, time to first token, batching, acceptance rate, gpu memory, accelerate inference, mobile
      device, deployment, decoding step`,
    weak: 'serving, speed, hardware, accelerate',
  },
  {
    id: 'compression',
    name: 'Quantization and compression',
    strong: `
      quantization, quantized, post training quantization, low bit, 1 bit, 2 bit, 4 bit, binarization, model compression, network pruning,
      structured pruning, pruning, weight pruning, sparsification, ternary, quantization aware training, fp4, fp8, int4, int8, model merging,
      distillation of llm, layer pruning, mixed precision quantization`,
    usual: `
      compress, compression, outlier, calibration, bit width, bit, sparsity, precision, knowledge distillation, compression ratio, low rank
      approximation, lightweight, small model`,
    weak: 'memory footprint, smaller',
  },
  {
    id: 'systems',
    name: 'Training systems',
    strong: `
      distributed training, sequence parallelism, tensor parallelism, pipeline parallelism, data parallelism, context parallelism, training
      system, training framework, training throughput, model flop utilization, mfu, activation memory, activation recomputation, recomputation,
      gpu cluster, gpu kernel, cuda kernel, kernel generation, triton kernel, memory fragmentation, offloading, federated learning, training
      infrastructure, multi gpu, decentralized training, training stack`,
    usual: `
      gpu, h100, a100, memory consumption, communication overhead, parallelism, out of memory, hardware, gpu memory, cluster, tpu, node, swapping,
      cpu memory, cuda, low level, compiler`,
    weak: 'scalable, memory, throughput',
  },
  {
    id: 'optimization',
    name: 'Optimizers and training dynamics',
    strong: `
      optimizer, adamw, adam, muon, learning rate schedule, learning rate, training dynamics, gradient descent, sgd, loss landscape, training
      stability, grokking, normalization layer, layer normalization, batch size, weight decay, edge of stability, training instability, second
      order optimization, shampoo, hyperparameter transfer, weight averaging, neural tangent, generalization bound, residual connection,
      initialization`,
    usual: `
      convergence, gradient, hyperparameter, momentum, hessian, loss spike, implicit bias, optimization, generalization error, overparameterized,
      warmup, gradient norm, theoretical analysis`,
    weak: 'theoretical, theory, stability',
  },
  {
    id: 'pretraining',
    name: 'Pretraining, data and scaling laws',
    strong: `
      scaling law, pretraining data, pre training data, pretraining corpus, data mixture, data mix, data selection, data curation, compute
      optimal, language model pretraining, pretraining dataset, continual pretraining, continued pretraining, training token, mid training,
      midtraining, data filtering, one epoch, power law, pretraining loss, pre training loss, web data, tokenizer, data pruning, data quality,
      training corpus, learning curve, pretraining dynamic, training curriculum, domain mixture, pretraining from scratch, data recipe, open
      pretraining, curriculum learning for pretraining, data scheduling, learning curves, pretrain`,
    usual: `
      pretraining, pre training, pre train, pretrained from scratch, corpus, deduplication, trillion token, billion token, perplexity, training
      flop, model size, dataset size, epoch, curriculum, training data, from scratch, compute budget, common crawl, data efficient, training cost,
      validation loss, token budget, tokenization, stopping criterion, early stopping, performance prediction`,
    weak: 'data, scale, scaling, compute',
  },
  {
    id: 'post-training',
    name: 'Fine-tuning and alignment',
    strong: `
      parameter efficient fine tuning, peft, lora, low rank adaptation, instruction tuning, supervised fine tuning, instruction following,
      adapter, model merging, task arithmetic, prompt tuning, hypernetwork, instruction data, instruction dataset, model editing, domain
      adaptation, fine tuning method, instruction tuned, task vector, finetuning, long tail, preference optimization, direct preference
      optimization, dpo, rlhf, reinforcement learning from human feedback, reward model, reward modeling, human preference, preference data,
      preference learning, preference alignment, llm alignment, reward hacking, constitutional, value alignment, human alignment, ppo, preference
      pair, generative reward model, reward function, sycophancy`,
    usual: `
      fine tuning, fine tune, fine tuned, finetune, sft, adaptation, transfer learning, downstream task, low rank, instruction, post training,
      underrepresented, catastrophic forgetting, training protocol, steerable, controllable generation, alignment, preference, reward, human
      feedback, aligned, human value, pairwise, annotator, rewardbench, helpfulness`,
    weak: 'adapt, prompt, task specific, aligning, feedback, human',
  },
  {
    id: 'synthetic-data',
    name: 'Synthetic data and distillation',
    strong: `
      synthetic data, data synthesis, data generation, synthetic dataset, self instruct, knowledge distillation, distillation, self distillation,
      on policy distillation, data augmentation, synthesized data, backtranslation, instruction backtranslation, self improvement, dataset
      distillation, synthetic data generation, data generator, self play`,
    usual: `
      teacher model, student model, teacher, student, generated data, distill, bootstrapping, seed data, synthesize, weak to strong`,
    weak: 'synthetic, pipeline',
  },
  {
    id: 'safety',
    name: 'Safety, security and privacy',
    strong: `
      jailbreak, jailbreaking, red teaming, safety alignment, adversarial attack, backdoor, prompt injection, watermark, watermarking, unlearning,
      machine unlearning, privacy, differential privacy, toxicity, content moderation, guardrail, membership inference, deepfake, ai safety, llm
      safety, data extraction, training data extraction, poisoning, copyright, harmful content, vulnerability, cybersecurity, misalignment,
      deception, adversarial robustness, detector, machine generated text, safety evaluation, refusal, ai generated text, hate speech, bias and
      fairness, societal bias`,
    usual: `
      attack, harmful, safety, malicious, adversarial, threat, risk, trustworthy, security, fairness, bias, extraction, defense, safe, unsafe,
      attacker, misuse, leakage`,
    weak: 'robustness, trust',
  },
  {
    id: 'reasoning',
    name: 'Reasoning and reinforcement learning',
    strong: `
      chain of thought, long cot, long chain of thought, test time scaling, test time compute, mathematical reasoning, math reasoning, logical
      reasoning, reasoning chain, reasoning trace, reasoning path, latent reasoning, self consistency, tree of thought, monte carlo tree search,
      mcts, theorem proving, formal proof, symbolic reasoning, arithmetic, reasoning step, multi step reasoning, reasoning benchmark, inference
      time scaling, inference time compute, reasoning task, self reflection, self correction, math problem, olympiad, reasoning problem, implicit
      reasoning, parallel thinking, abstract reasoning, verifier, best of n, lean 4, causal reasoning, grpo, group relative policy optimization,
      rlvr, verifiable reward, reinforcement learning for reasoning, policy optimization, large reasoning model, reasoning model, efficient
      reasoning, overthinking, length reward, reward policy optimization, concise reasoning, deepseek r1, r1 zero, r1 style, rule based reward,
      outcome reward, process reward model, process reward, reinforcement learning with verifiable reward, group relative advantage, policy
      gradient, length penalty, length controlled reasoning, off policy, exploration and exploitation, entropy collapse, credit assignment,
      advantage estimation`,
    usual: `
      reasoning, reason, reasoner, cot, aime, gsm8k, reflection, backtracking, step by step, math, mathematics, solve, puzzle, planning,
      intermediate step, problem solving, thinking, verification, proof, deduction, algorithmic task, reinforcement learning, rollout, rl
      training, rl, reasoning length, verbose, token budget, reasoning token, lrm, reward, policy, advantage, on policy, reasoning ability,
      entropy`,
    weak: 'logic, problem',
  },
  {
    id: 'agents',
    name: 'Agents and tool use',
    strong: `
      llm agent, language agent, web agent, gui agent, computer use, tool use, tool calling, function calling, multi agent, agentic, autonomous
      agent, agent framework, deep research, search agent, agent memory, mobile agent, agent benchmark, agent system, ai agent, agent workflow,
      model context protocol, mcp, agent training, research agent, browser agent, tool learning, coding agent, agentic reinforcement learning, ai
      scientist, memory system, agent harness, agentic search, agentic rl, long horizon task, openclaw, claw, agent skill`,
    usual: `
      agent, tool, environment, trajectory, long horizon, workflow, planning, multi turn, action, orchestration, browsing, api, autonomous,
      interface, harness, execution`,
    weak: 'interactive, interaction, automation',
  },
  {
    id: 'code',
    name: 'Code generation and software engineering',
    strong: `
      code generation, software engineering, swe bench, code llm, program synthesis, code completion, programming language, code repair, bug,
      github issue, code review, text to sql, competitive programming, unit test, repository level, code model, code reasoning, code agent,
      humaneval, livecodebench, coding benchmark, codebase, front end, coding, code editing, program repair, issue resolution, verilog, rtl, test
      case generation, source code, smart contract, svg generation, compiler optimization`,
    usual: `
      code, program, programming, python, developer, repository, software, sql, pull request, compilation, compiler, debugging, script, test case`,
    weak: 'execution, github',
  },
  {
    id: 'rag',
    name: 'Retrieval-augmented generation',
    strong: `
      retrieval augmented generation, retrieval augmented, rag, dense retrieval, information retrieval, text embedding, embedding model,
      retriever, reranking, reranker, graphrag, multi hop question answering, open domain question answering, passage retrieval, document
      retrieval, knowledge graph, retrieval aware, sparse retrieval, semantic search, vector database, late interaction, question answering over
      document, multimodal retrieval, nearest neighbor search, generative retrieval, colbert, search engine`,
    usual: `
      retrieval, retrieve, retrieved, query, knowledge base, passage, multi hop, citation, relevance, corpus, external knowledge, chunking,
      document, question answering`,
    weak: 'search, answer, evidence',
  },
  {
    id: 'knowledge',
    name: 'Knowledge, memorization and forgetting',
    strong: `
      memorization, memorize, memorized, continual learning, catastrophic forgetting, lifelong learning, factual knowledge, knowledge editing,
      long tail knowledge, hallucination, factuality, hallucination detection, knowledge conflict, parametric knowledge, memory retention,
      forgetting, factual recall, knowledge injection, model editing, uncertainty quantification, confidence calibration, uncertainty estimation,
      knowledge boundary, incremental learning, unlearning, memorisation, regurgitate, verbatim`,
    usual: `
      recall, retention, remember, forget, memory, knowledge, fact, factual, hallucinate, confidence, new knowledge, calibration, uncertainty,
      long term memory, data contamination, few shot, memories, unlearn, training data extraction, extract`,
    weak: 'learn',
  },
  {
    id: 'interpretability',
    name: 'Interpretability',
    strong: `
      interpretability, mechanistic interpretability, sparse autoencoder, activation steering, circuit, superposition, probing, steering vector,
      mechanistic, feature attribution, explainability, interpretable, attention head analysis, activation patching, linear probe, logit lens,
      residual stream, representation engineering, induction head, explainable, internal representation, persona vector, hidden state`,
    usual: `
      neuron, activation, mechanism, internal, latent feature, representation, causal intervention, saliency, steer, steering, intervention,
      monosemantic, emergent, layer wise`,
    weak: 'understanding, analysis',
  },
  {
    id: 'evaluation',
    name: 'Evaluation and LLM judges',
    strong: `
      llm as a judge, llm judge, evaluation metric, chatbot arena, automatic evaluation, human evaluation, benchmark contamination, evaluation
      framework, leaderboard, evaluation benchmark, evaluation harness, evaluation protocol, benchmark saturation, judge model, judge, test set
      contamination, meta evaluation, model evaluation, human judgment, exam, professional exam`,
    usual: `
      evaluation, evaluating, evaluator, rubric, benchmark, benchmarking, assess, assessment, rating, ranking, contamination, human expert, win
      rate`,
    weak: 'metric, comprehensive',
  },
  {
    id: 'diffusion-lm',
    name: 'Diffusion language models',
    strong: `
      diffusion language model, diffusion llm, dllm, masked diffusion, discrete diffusion, diffusion large language model, masked diffusion model,
      masked diffusion language model, text diffusion, block diffusion, llada, non autoregressive, masked diffusion llm, diffusion based language
      model, unmasking, remasking, continuous diffusion language`,
    usual: 'denoising step, bidirectional, any order, parallel generation, mask token, autoregressive model, remask',
  },
  {
    id: 'multilingual',
    name: 'Multilingual NLP and translation',
    strong: `
      multilingual, machine translation, low resource language, cross lingual, translation, non english, language specific, african language,
      indic, arabic, hindi, vietnamese, japanese, korean, russian, bilingual, underrepresented language, endangered language, language
      identification, cultural, multilinguality, code switching, indian language, european language, german, french, persian, turkish, ukrainian,
      indonesian, southeast asian, dialect, low resource, chinese language model, multicultural, cross cultural, linguistic diversity, portuguese,
      thai, italian, translate, polish, swahili`,
    usual: 'linguistic, english, language, chinese, spanish, culture, transliteration, language understanding, morphology',
  },
  {
    id: 'nlp',
    name: 'Classic language tasks',
    strong: `
      named entity recognition, pos tagging, text classification, sentiment analysis, summarization, text summarization, information extraction,
      relation extraction, topic modeling, sentiment, grammatical error correction, natural language inference, text simplification, paraphrase,
      coreference, syntactic parsing, dependency parsing, word embedding, entity linking, keyphrase extraction, sentence embedding, text mining,
      bert, encoder model, authorship, encoder only, stance detection, readability`,
    usual: `
      annotation, annotated, classifier, classification, corpus linguistic, natural language processing, lexical, parser, news, label, tweet,
      social media, linguistic, tagging`,
  },
  {
    id: 'dialogue',
    name: 'Dialogue, personas and social simulation',
    strong: `
      dialogue, conversational, role playing, role play, persona, user simulation, user simulator, social simulation, theory of mind, social
      intelligence, personalization of llm, human ai collaboration, chatbot, emotional support, human simulation, empathy, personality, opinion,
      society, social reasoning, debate, negotiation, persuasion, human behavior, personalized, social science, human ai interaction, survey
      response, generative agent, psychology, psychological, multi turn dialogue, conversational agent, llm personalization`,
    usual: `
      conversation, multi turn, social, user, human like, interaction, emotion, emotional, character, behavior, communication, political,
      cognitive`,
  },
] as const satisfies readonly TopicEntry[];
