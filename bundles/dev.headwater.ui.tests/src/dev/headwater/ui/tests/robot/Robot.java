package dev.headwater.ui.tests.robot;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.ui.PlatformUI;

/** Hands and eyes: real mouse and keyboard events, from a thread that is not the display's. */
public final class Robot {
    /** How long a person would wait before calling it broken. */
    private static final int PATIENCE_SECONDS = 30;
    private static final int PRESSES = 3;
    private static final int PRESS_AGAIN_SECONDS = 5;
    private static final long LOOK_AGAIN_MILLIS = 25;
    private static final long PRESS_MILLIS = 40;
    private static final long LET_DRAW_MILLIS = 200;
    /** Between two events: a person is slower, and GTK drops what comes too close. */
    private static final long BETWEEN_EVENTS_MILLIS = 12;
    private final Display display = PlatformUI.getWorkbench().getDisplay();
    private final Pictures pictures = new Pictures(display);

    /** The display of the workbench. */
    public Display display() {
        return display;
    }

    /** What a look at the workbench gives; runs on the display's thread. */
    public <T> T see(Callable<T> look) {
        AtomicReference<T> seen = new AtomicReference<>();
        AtomicReference<Throwable> failure = new AtomicReference<>();
        display.syncExec(() -> {
            try {
                seen.set(look.call());
            } catch (Exception | Error e) {
                failure.set(e); // an error too: the workbench would swallow it
            }
        });
        if (failure.get() instanceof Error error) {
            throw error;
        }
        if (failure.get() != null) {
            throw new AssertionError(failure.get().toString(), failure.get());
        }
        return seen.get();
    }

    /** Does something on the display's thread that a person cannot do by hand, such as arranging the stage. */
    public void arrange(ThrowingRunnable action) {
        see(() -> {
            action.run();
            return null;
        });
    }

    /** An action that may fail. */
    @FunctionalInterface
    public interface ThrowingRunnable {
        /** Does it. */
        void run() throws Exception;
    }

    /** Waits until something can be seen; fails with these words and a picture if it never is. */
    public void until(String what, BooleanSupplier condition) {
        until(what, PATIENCE_SECONDS, condition);
    }

    /** Waits for at most so many seconds until something can be seen. */
    public void until(String what, int seconds, BooleanSupplier condition) {
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        while (!see(condition::getAsBoolean)) {
            if (System.nanoTime() > end) {
                picture("failed-" + what.replaceAll("[^A-Za-z0-9]+", "-"));
                throw new AssertionError("after " + seconds + " s still not: " + what);
            }
            pause(LOOK_AGAIN_MILLIS);
        }
    }

    /** Lets the display do what waits. Its own loop does it: a loop within would keep GTK from drawing trees. */
    public void settle() {
        for (int i = 0; i < 3; i++) {
            display.syncExec(() -> {
                // whatever came before is done
            });
            pause(LOOK_AGAIN_MILLIS);
        }
    }

    /** Keeps a picture of the whole display under this name. */
    public Path picture(String name) {
        settle();
        pause(LET_DRAW_MILLIS); // GTK draws with its own clock, after all events
        settle();
        return pictures.take(name);
    }

    /** Moves the mouse to a point of the display. */
    public void move(Point to) {
        mouse("mousemove", Integer.toString(to.x), Integer.toString(to.y));
    }

    /** Buttons and moves of the X server itself: those that SWT posts on GTK say nothing of where they happened. */
    private static void mouse(String... command) {
        List<String> words = new ArrayList<>(List.of("xdotool"));
        words.addAll(List.of(command));
        try {
            Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new AssertionError(words + ": " + said);
            }
        } catch (IOException e) {
            throw new AssertionError("the robot needs xdotool: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
        pause(BETWEEN_EVENTS_MILLIS);
    }

    /** Clicks with the left button. */
    public void click(Point at) {
        click(at, 1, 1);
    }

    /** Clicks twice. */
    public void doubleClick(Point at) {
        click(at, 1, 2);
    }

    /** Clicks with the right button. */
    public void contextClick(Point at) {
        click(at, 3, 1);
    }

    /** Clicks in the middle of a control. */
    public void click(Control control) {
        click(middle(control));
    }

    private void click(Point at, int button, int times) {
        // A mouse arrives, it does not appear: what looks pressable wakes up while it moves over it.
        move(new Point(at.x - 2, at.y - 1));
        move(at);
        settle();
        for (int i = 1; i <= times; i++) {
            mouse("mousedown", Integer.toString(button));
            pause(PRESS_MILLIS);
            mouse("mouseup", Integer.toString(button));
        }
        settle();
    }

    /** Presses the left button at one point, moves in steps, and lets go at another. */
    public void drag(Point from, Point to) {
        move(from);
        settle();
        mouse("mousedown", "1");
        int steps = 12;
        for (int i = 1; i <= steps; i++) {
            move(new Point(from.x + (to.x - from.x) * i / steps, from.y + (to.y - from.y) * i / steps));
        }
        settle();
        mouse("mouseup", "1");
        settle();
    }

    /** Types characters one after the other. */
    public void type(String text) {
        for (char c : text.toCharArray()) {
            key(0, c == '\n' ? SWT.CR : c, 0, 0);
        }
        settle();
    }

    /** Presses a key, an {@code SWT} key code such as {@code SWT.DEL} or {@code SWT.F2}, or a character. */
    public void press(int key) {
        press(0, key);
    }

    /** Presses a key while holding modifiers: {@code SWT.CTRL | SWT.SHIFT}. */
    public void press(int modifiers, int key) {
        int[] all = {SWT.CTRL, SWT.SHIFT, SWT.ALT};
        for (int modifier : all) {
            if ((modifiers & modifier) != 0) {
                key(SWT.KeyDown, '\0', modifier, 0);
            }
        }
        boolean code = (key & SWT.KEYCODE_BIT) != 0;
        key(0, code ? '\0' : (char) key, code ? key : 0, modifiers);
        for (int modifier : all) {
            if ((modifiers & modifier) != 0) {
                key(SWT.KeyUp, '\0', modifier, modifiers);
            }
        }
        settle();
    }

    /**
     * Presses a key until something can be seen, a few times at most: for some seconds behind a click no event of the keys
     * that SWT posts was seen to arrive while the machine was busy.
     */
    public void pressUntil(String what, int modifiers, int key, BooleanSupplier condition) {
        for (int presses = 1; presses < PRESSES; presses++) {
            press(modifiers, key);
            long end = System.nanoTime() + PRESS_AGAIN_SECONDS * 1_000_000_000L;
            while (System.nanoTime() < end) {
                if (see(condition::getAsBoolean)) {
                    return;
                }
                pause(LOOK_AGAIN_MILLIS);
            }
        }
        press(modifiers, key);
        until(what, condition);
    }

    private void key(int type, char character, int code, int modifiers) {
        Event event = new Event();
        event.character = character;
        event.stateMask = modifiers; // older SWT does not know which keys are held
        // Return, Tab and the like are keys to GTK, not characters.
        event.keyCode = code == 0 && character < ' ' || character == SWT.DEL ? character : code;
        if (type != SWT.KeyUp) {
            event.type = SWT.KeyDown;
            post(event);
        }
        if (type != SWT.KeyDown) {
            event.type = SWT.KeyUp;
            post(event);
        }
    }

    private void post(Event event) {
        if (!see(() -> display.post(event))) {
            throw new AssertionError("the display took no event " + event.type);
        }
        pause(BETWEEN_EVENTS_MILLIS);
    }

    /** The middle of a control, in points of the display. */
    public Point middle(Control control) {
        return see(() -> {
            Rectangle area = control.getBounds();
            return control.getParent() == null ? new Point(area.x + area.width / 2, area.y + area.height / 2)
                    : control.getParent().toDisplay(area.x + area.width / 2, area.y + area.height / 2);
        });
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }
}
