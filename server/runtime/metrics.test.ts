import { describe, expect, it } from 'vitest';
import { Metrics } from './metrics.ts';

describe('Metrics', () => {
  it('publishes every figure in Prometheus text', async () => {
    const metrics = new Metrics();
    metrics.requestFinished('/api/v1/ask', 'POST', 200, 0.2);
    metrics.requestFinished('/api/v1/ask', 'POST', 200, 0.4);
    metrics.stageFinished('retrieve', 0.03);
    metrics.queueDepthChanged(3);
    metrics.fellBack('queue-full');
    metrics.modelWrote({ model: 'klein', kept: [1, 2], dropped: [{ reason: 'number' }] });
    metrics.modelWrote({ model: 'klein', kept: [], dropped: [], failed: 'connect' });
    metrics.quoteWithheld(2);
    metrics.answered({ outcome: 'niet-in-bronnen', mode: 'extractief', abstained: true });
    metrics.answered({ outcome: 'beantwoord', mode: 'extractief', abstained: false });
    metrics.feedbackGiven('goed');
    const { contentType, text } = await metrics.render();
    expect(contentType).toBe('text/plain; version=0.0.4; charset=utf-8');
    for (const line of [
      'bekostigingswijzer_http_requests_total{route="/api/v1/ask",method="POST",status="200"} 2',
      'bekostigingswijzer_http_request_duration_seconds_count{route="/api/v1/ask",method="POST"} 2',
      'bekostigingswijzer_answer_stage_duration_seconds_bucket{le="0.05",stage="retrieve"} 1',
      'bekostigingswijzer_model_queue_depth 3',
      'bekostigingswijzer_fallbacks_total{reason="queue-full"} 1',
      'bekostigingswijzer_llm_sentences_total{model="klein",result="kept"} 2',
      'bekostigingswijzer_llm_sentences_total{model="klein",result="number"} 1',
      'bekostigingswijzer_llm_calls_total{model="klein",result="ok"} 1',
      'bekostigingswijzer_llm_calls_total{model="klein",result="connect"} 1',
      'bekostigingswijzer_withheld_quotes_total 2',
      'bekostigingswijzer_answers_total{outcome="niet-in-bronnen",mode="extractief"} 1',
      'bekostigingswijzer_abstentions_total 1',
      'bekostigingswijzer_feedback_total{verdict="goed"} 1',
    ]) {
      expect(text.split('\n')).toContain(line);
    }
  });

  it('counts apart for each instance', async () => {
    const first = new Metrics();
    first.quoteWithheld();
    expect((await new Metrics().render()).text).toContain('bekostigingswijzer_withheld_quotes_total 0');
  });
});
