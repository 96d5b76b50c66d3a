package dev.headwater.ui.wizards;

/** A network to begin with. Each is a file in the bundle's folder {@code templates}. */
enum NetworkTemplate {
    EMPTY("empty", Messages.NetworkTemplate_empty, Messages.NetworkTemplate_emptyAbout),
    CLASSIFIER("classifier", Messages.NetworkTemplate_classifier, Messages.NetworkTemplate_classifierAbout),
    SPIRALS("spirals", Messages.NetworkTemplate_spirals, Messages.NetworkTemplate_spiralsAbout),
    RESIDUAL("residual", Messages.NetworkTemplate_residual, Messages.NetworkTemplate_residualAbout);

    private final String key;
    private final String label;
    private final String about;

    NetworkTemplate(String key, String label, String about) {
        this.key = key;
        this.label = label;
        this.about = about;
    }

    /** Where its file lies in the bundle. */
    String path() {
        return "templates/" + key + ".headwater";
    }

    /** Where its picture lies in the bundle. */
    String picture() {
        return "icons/" + key + ".picture.png";
    }

    /** What it is called. */
    String label() {
        return label;
    }

    /** One sentence on what it is good for. */
    String about() {
        return about;
    }
}
