import type { TopicEntry } from './topic-entry';

/** Topics of what is seen, heard, made and moved, and of the fields that models are applied to. */
export const WORLD_TOPICS = [
  {
    id: 'multimodal',
    name: 'Multimodal understanding',
    strong: `
      vision language model, vlm, multimodal large language model, mllm, large multimodal model, lmm, visual question answering, vqa, visual
      instruction tuning, visual reasoning, multimodal reasoning, clip, image text, vision language, visual language model, visual grounding,
      image captioning, llava, qwen2.5 vl, visual token, multimodal llm, multimodal model, visual perception, multimodal understanding, spatial
      reasoning, spatial intelligence, multimodal benchmark, image understanding, unified multimodal, lvlm, large vision language model, thinking
      with image, visual hallucination, object hallucination, omni model, text image retrieval, vision encoder, video understanding, long video
      understanding, video question answering, video language, video llm, video benchmark, video captioning, temporal grounding, egocentric video,
      video retrieval, video reasoning, action recognition, video large language model, video mllm, long form video, video summarization,
      keyframe, streaming video understanding, video language model, ego4d, video moment retrieval, video qa, video lmm, video temporal grounding,
      document understanding, ocr, optical character recognition, chart understanding, chart, table understanding, document parsing, document
      image, tabular data, tabular, pdf, document question answering, layout analysis, text recognition, table question answering, spreadsheet,
      infographic, scientific figure, slide generation, presentation generation, poster, docvqa, multimodal document, long document, data
      visualization, screenshot to code, document ai, visual document, chart to code, handwriting, table`,
    usual: `
      multimodal, visual, image, modality, vision, cross modal, perception, grounding, caption, high resolution, interleaved, multi image, fine
      grained, video, frame, temporal, egocentric, hour long, long video, dense caption, document, layout, visualization, text rich, data analysis`,
    weak: 'text to image, multiple choice question',
  },
  {
    id: 'video-generation',
    name: 'Video generation',
    strong: `
      video generation, text to video, image to video, video diffusion, video diffusion model, video synthesis, video editing, long video
      generation, autoregressive video, video generative, video model, video dataset, camera control, video generator, video diffusion
      transformer, world simulator, video customization, talking head, human animation, portrait animation, character animation, text to video
      generation, video inpainting, video super resolution, video restoration, audio driven, motion control, wan2.1, video foundation model,
      interactive video`,
    usual: `
      video, frame, motion, temporal consistency, diffusion, clip, camera, rollout, temporal coherence, camera trajectory, shot, self forcing`,
    weak: 'fidelity, streaming, real time',
  },
  {
    id: 'image-generation',
    name: 'Image generation and editing',
    strong: `
      text to image, image generation, image editing, text to image generation, text to image diffusion, diffusion model, latent diffusion, image
      synthesis, stable diffusion, rectified flow, flow matching, diffusion transformer, dit, personalization, style transfer, controlnet, flux,
      inpainting, classifier free guidance, image tokenizer, visual autoregressive, autoregressive image generation, consistency model, one step
      generation, few step, sdxl, subject driven, image restoration, super resolution, image customization, textual inversion, gan, generative
      adversarial network, denoising, text rendering, image generator, score distillation, visual generation, image manipulation, virtual try on,
      image to image, visual tokenizer, typography, guidance, vae`,
    usual: `
      diffusion, image, generative model, sampling step, fid, noise, latent space, prompt, fidelity, photorealistic, editing, generated image,
      sampler, aesthetic, timestep, concept, identity preservation, layout`,
    weak: 'generative, style',
  },
  {
    id: 'three-d',
    name: '3D and scene reconstruction',
    strong: `
      3d generation, 3d reconstruction, gaussian splatting, nerf, neural radiance field, novel view synthesis, 3d scene, text to 3d, image to 3d,
      mesh, point cloud, depth estimation, 3d gaussian, monocular depth, camera pose, scene reconstruction, 3d asset, radiance field, multi view,
      3d vision, slam, 4d, 3d object, texture, structure from motion, 3d shape, 3d content, 3d understanding, 3d human, 3dgs, cad, 3d foundation
      model, panorama, view synthesis, 3d aware, 3d model`,
    usual: `
      3d, geometry, geometric, depth, rendering, view, camera, reconstruction, scene, surface, stereo, pose`,
    weak: 'spatial, shape',
  },
  {
    id: 'vision',
    name: 'Computer vision',
    strong: `
      object detection, semantic segmentation, instance segmentation, image segmentation, segment anything, sam 2, image classification, object
      tracking, self supervised learning, visual representation, vision transformer, vit, dinov2, dinov3, image recognition, open vocabulary,
      optical flow, point tracking, image retrieval, remote sensing, satellite image, satellite imagery, image quality assessment, pose
      estimation, face recognition, anomaly detection, keypoint, video object segmentation, visual representation learning, imagenet, visual
      encoder, vision foundation model, image matching, object counting, masked image modeling, earth observation, referring segmentation, geo
      localization, visual place recognition`,
    usual: `
      segmentation, detection, tracking, classification, coco, mask, bounding box, patch, backbone, convolutional, dense prediction,
      representation learning, imagery, contrastive learning`,
    weak: 'image, vision, visual',
  },
  {
    id: 'robotics',
    name: 'Robotics and embodied AI',
    strong: `
      robot, robotic, robotics, robot manipulation, robotic manipulation, vision language action, vla, embodied, embodied ai, manipulation,
      humanoid, dexterous, imitation learning, robot learning, navigation, vision and language navigation, autonomous driving, self driving,
      locomotion, teleoperation, visuomotor, grasping, sim to real, embodied agent, robot policy, diffusion policy, drone, uav, robotic policy,
      end to end driving, motion planning, action chunking, quadruped`,
    usual: `
      action, policy, demonstration, real world, simulation, embodiment, driving, control, controller, vehicle, tactile, gripper, trajectory,
      simulator`,
    weak: 'physical, environment',
  },
  {
    id: 'world-models',
    name: 'World models and games',
    strong: `
      world model, world modeling, game engine, video game, minecraft, interactive world, world simulation, game playing, game generation,
      playable, chess, physics simulation, action conditioned, world action model, generative world, model based reinforcement learning, atari,
      board game, board games, werewolf, neural game engine, jepa, predictive architecture, open world`,
    usual: `
      game, world, simulation, player, physical law, physics, environment, future state, dynamics, interactive, offline reinforcement learning`,
    weak: 'action, imagination',
  },
  {
    id: 'humans',
    name: 'Human motion and avatars',
    strong: `
      human motion, motion generation, avatar, talking face, facial expression, gesture, human pose, hand motion, human object interaction, motion
      capture, text to motion, face, head avatar, human mesh, facial animation, motion synthesis, lip synchronization, lip sync, human video,
      portrait, dance, hairstyle, garment, clothing, virtual human, hand reconstruction, smpl, co speech, face swapping`,
    usual: 'motion, facial, body, human, hand, expression, identity, skeleton, animation, emotion, character',
    weak: 'dynamic',
  },
  {
    id: 'audio',
    name: 'Speech, audio and music',
    strong: `
      text to speech, tts, speech recognition, asr, speech synthesis, speech language model, music generation, audio generation, voice, spoken,
      speech, audio language model, voice cloning, speaker, music, audio understanding, sound, text to audio, audio codec, speech to speech,
      automatic speech recognition, audio, singing, video to audio, foley, audio visual, spoken language, speech translation, voice conversion,
      duplex, speech generation, sound event`,
    usual: 'acoustic, waveform, codec, phoneme, prosody, mel spectrogram, listening, audio token, instrument, song',
  },
  {
    id: 'science',
    name: 'Science and biology',
    strong: `
      protein, molecule, molecular, drug discovery, drug design, chemistry, materials science, genomics, dna, rna, single cell, protein language
      model, biology, biological, weather forecasting, physics, scientific discovery, neuroscience, brain, fmri, eeg, climate, astronomy, crystal,
      material discovery, partial differential equation, pde, neural operator, symbolic regression, genome, scientific research, scientific
      literature, bioinformatics, fluid dynamic, chemical, quantum, scientific machine learning, scientific paper, peer review, ai for science,
      scientific knowledge, brain decoding, genomic, scientific idea, eye movements`,
    usual: `
      scientific, science, scientist, equation, cell, hypothesis, laboratory, experiment, sequence design, simulation, forecast, discovery`,
  },
  {
    id: 'domains',
    name: 'Medicine, law, finance and education',
    strong: `
      medical, clinical, radiology, patient, healthcare, medical imaging, electronic health record, ehr, diagnosis, pathology, x ray, medical
      image, biomedical, disease, clinical note, medical question answering, medical image segmentation, mri, ct scan, mental health, emergency
      room, hospital, surgical, physician, clinician, cancer, health, doctor, medicine, medical reasoning, medqa, surgery, histopathology,
      injuries, trauma, legal, law, finance, financial, education, educational, stock, trading, court, contract, tutoring, teacher education,
      economic, economics, banking, accounting, tax, student learning, investment, geospatial, agriculture, telecom, patent, classroom, tutor,
      legal reasoning, construction, teaching, journalism, public policy, labor market`,
    usual: `
      diagnostic, treatment, symptom, therapy, dental, drug, student, market, teacher, portfolio, regulation, specialized domain, compliance,
      business, enterprise, exam, industry, policy maker`,
  },
  {
    id: 'recommendation',
    name: 'Recommendation and user modelling',
    strong: `
      recommendation, recommender system, recommender, sequential recommendation, generative recommendation, click through rate, ctr prediction,
      advertising, collaborative filtering, e commerce, user behavior modeling, cold start, semantic id, online a b test, item ranking, user
      interest, personalized recommendation`,
    usual: 'user, item, ranking, click, shopping, online deployment, product, a b test, user preference',
  },
  {
    id: 'time-series',
    name: 'Time series and graphs',
    strong: `
      time series, forecasting, time series forecasting, graph neural network, gnn, graph learning, anomaly detection, spatio temporal, traffic
      prediction, tabular foundation model, graph transformer, time series foundation model, temporal graph, causal discovery, bayesian, gaussian
      process, combinatorial optimization, node classification, kolmogorov arnold network, kan, evolutionary search, hypergraph, prediction market`,
    usual: 'forecast, graph, temporal, node, edge, series, horizon, regression, stochastic',
  },
] as const satisfies readonly TopicEntry[];
