package dev.headwater.core.network;

import dev.headwater.core.catalog.Setting;

/**
 * What is recorded and how often; 0 means never.
 *
 * @param parameters parameter moments every so many steps
 * @param outputs outputs and output gradients every so many steps
 * @param rows of how many fixed rows; fewer, but at least one, where they would be more than 65,536 values of some layer
 * @param allRows of all rows every so many steps
 * @param histograms parameter and gradient histograms every so many steps
 * @param throughTime norms of gradients at every time step of recurrent layers every so many training steps
 */
public record Probe(
        @Setting(about = "Steps between records of parameters; 0: none.", byDefault = "1", min = 0) int parameters,
        @Setting(about = "Steps between records of outputs; 0: none.", byDefault = "1", min = 0) int outputs,
        @Setting(about = "Rows that outputs are recorded on; fewer, but at least one, where these would be more than 65,536 values of a layer.", byDefault = "32", min = 0) int rows,
        @Setting(about = "Steps between outputs on all rows; 0: none.", byDefault = "16", min = 0) int allRows,
        @Setting(about = "Steps between histograms; 0: none.", byDefault = "100", min = 0) int histograms,
        @Setting(about = "Steps between gradient norms through time, of recurrent layers; 0: none.", byDefault = "16", min = 0) int throughTime) {
}
