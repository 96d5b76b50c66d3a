package dev.headwater.ui.perspective;

import org.eclipse.osgi.util.NLS;

/** How the perspective is offered. */
final class Messages extends NLS {
    public static String PerspectiveOffer_notSaved;
    public static String PerspectiveOffer_question;
    public static String PerspectiveOffer_remember;
    public static String PerspectiveOffer_title;

    static {
        NLS.initializeMessages("dev.headwater.ui.perspective.messages", Messages.class);
    }

    private Messages() {
    }
}
