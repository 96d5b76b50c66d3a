package dev.headwater.trainer.training;

import dev.headwater.core.json.Json;

/**
 * What a training took beside its time.
 *
 * @param nativeBytes memory of the network: parameters, gradients, outputs and what layers and the optimizer keep
 * @param waited the share of this process's training time in which no batch was ready; 0 where none are prepared aside
 */
public record Usage(long nativeBytes, double waited) {
    Json toJson() {
        return Json.object().put("nativeBytes", nativeBytes).put("waitedForData", waited).build();
    }
}
