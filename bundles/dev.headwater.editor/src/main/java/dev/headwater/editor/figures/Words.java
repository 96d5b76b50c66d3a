package dev.headwater.editor.figures;

import dev.headwater.core.json.Json;
import dev.headwater.editor.scene.Spot;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.osgi.util.NLS;

/** A node in words, for tooltips and for those who cannot see the diagram. */
public final class Words {
    private Words() {
    }

    /** {@code Dense dense1, 5 units, sigmoid, 30 parameters, output [5], warning: …}. */
    public static String of(Spot spot) {
        List<String> words = new ArrayList<>();
        Json.Obj settings = spot.node().settings();
        words.add(spot.node().kind() + " " + spot.key().id());
        if (spot.node().block()) {
            words.add(NLS.bind(Messages.Words_block, spot.node().repeat()));
        }
        if (settings.get("units") instanceof Json.Num units) {
            words.add(NLS.bind(Messages.Words_units, units.text()));
        }
        String activation = settings.get("activation") instanceof Json.Obj object ? object.text("activation", "")
                : settings.text("activation", "");
        if (!activation.isEmpty()) {
            words.add(activation);
        }
        if (spot.parameters() > 0) {
            words.add(NLS.bind(Messages.Words_parameters, spot.parameters()));
        }
        if (!spot.shape().isEmpty()) {
            words.add(output(spot));
        }
        if (spot.problem() != null) {
            words.add(NLS.bind(spot.problem().isError() ? Messages.Words_error : Messages.Words_warning, spot.problem()
                    .message()));
        }
        return String.join(", ", words);
    }

    static String output(Spot spot) {
        return NLS.bind(Messages.Words_output, spot.shape());
    }
}
