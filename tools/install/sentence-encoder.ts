// The published "lite" sentence encoder, from the names its package gives the weights.
import type { EncoderLayer, SentenceEncoder, Weights } from '@guildhall/learn/text/sentence-encoder-onnx'

const inner = 'module_apply_default/Encoder_en/KonaTransformer/Encode'
const outer = 'module/Encoder_en/KonaTransformer/Encode'
const whole = 'ConcatPartitions/concat'

/** Throws when a weight is not there. */
export function sentenceEncoderOf(weights: ReadonlyMap<string, Weights>): SentenceEncoder {
  const of = (name: string): Weights => {
    const found = weights.get(name)
    if (!found) throw new Error(`the package has no weight ${name}`)
    return found
  }
  return {
    pieces: of('module/Embeddings_en'),
    timing: of(`${inner}/TransformerStack/Layer_0/AddTimingSignal/TimingSignal/ExpandDims_1`).data,
    layers: [layerOf(of, 0), layerOf(of, 1)],
    hidden: [
      of('module/Encoder_en/hidden_layers/tanh_layer_0/weights'),
      of('module/Encoder_en/hidden_layers/tanh_layer_0/bias'),
    ],
  }
}

function layerOf(of: (name: string) => Weights, at: number): EncoderLayer {
  const layer = `Layer_${at}/TransformerLayer`
  const norm = (part: string): [Weights, Weights] => [
    of(`${inner}/${layer}/${part}layer_prepostprocess/layer_norm/layer_norm_scale/${whole}`),
    of(`${inner}/${layer}/${part}layer_prepostprocess/layer_norm/layer_norm_bias/${whole}`),
  ]
  const attention = (part: string): [Weights, Weights] => [
    of(`${outer}/${layer}/MultiheadAttention/${part}_transform_single/kernel/part_0`),
    of(`${inner}/${layer}/MultiheadAttention/${part}_transform_single/bias/${whole}`),
  ]
  const feed = (part: string): [Weights, Weights] => [
    of(`${inner}/TransformerStack/${layer}/FFN/${part}/Tensordot/Reshape_1`),
    of(`${inner}/${layer}/FFN/${part}/bias/${whole}`),
  ]
  return {
    attentionNorm: norm(''),
    qkv: attention('qkv'),
    out: attention('output'),
    residual:
      at === 0 ? [of(`${inner}/${layer}/dense/kernel/${whole}`), of(`${inner}/${layer}/dense/bias/${whole}`)] : null,
    feedNorm: norm('FFN/'),
    feedIn: feed('conv1'),
    feedOut: feed('conv2'),
  }
}
