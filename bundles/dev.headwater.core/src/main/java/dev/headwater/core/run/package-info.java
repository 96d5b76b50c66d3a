/**
 * The folder that a run leaves behind: what was trained and how it went ({@code run.json}), what happened
 * ({@code events.jsonl}), the parameters to go on from ({@code checkpoint-<step>.safetensors}) and the telemetry.
 *
 * <p>
 * Steps are counted from 0. A checkpoint of step n was taken after n steps and before the step that is called n, so
 * that training goes on from it with step n.
 */
package dev.headwater.core.run;
