package dev.headwater.editor.properties;

import dev.headwater.core.catalog.Kind;
import dev.headwater.core.edit.Described;
import dev.headwater.core.edit.Settings;
import dev.headwater.core.edit.Subject;
import dev.headwater.core.json.Json;
import dev.headwater.core.network.Network;
import dev.headwater.editor.model.NetworkModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.eclipse.osgi.util.NLS;

/**
 * A setting of one subject, or of several that have it in common.
 *
 * @param model the design
 * @param subjects whose setting it is; at least one
 * @param title what commands call them
 * @param field as the first subject says it
 * @param mixed whether another subject says something else
 * @param choices what can be chosen
 */
record FieldSlot(NetworkModel model, List<Subject> subjects, String title, Field field, boolean mixed,
        List<String> choices) implements Slot {

    /** The lines for these subjects, as far as they have them in common; none if one of them is gone. */
    static List<Slot> of(NetworkModel model, List<? extends Subject> subjects, String title) {
        List<List<Field>> each = new ArrayList<>();
        for (Subject subject : subjects) {
            Described object = subject.of(model.network());
            if (object == null) {
                return List.of();
            }
            each.add(Fields.of(object));
        }
        List<Slot> slots = new ArrayList<>();
        for (Field field : each.isEmpty() ? List.<Field>of() : each.getFirst()) {
            boolean common = true;
            boolean mixed = false;
            for (List<Field> other : each) {
                Field same = other.stream().filter(one -> alike(field, one)).findFirst().orElse(null);
                common &= same != null;
                mixed |= same != null && !same.text().equals(field.text());
            }
            if (common) {
                slots.add(new FieldSlot(model, List.copyOf(subjects), title, field, mixed, choices(model, field)));
            }
        }
        return slots;
    }

    /** The node that a loss judges is one of those there are. */
    private static List<String> choices(NetworkModel model, Field field) {
        boolean node = field.owner() != null && field.path().equals(List.of("node")) //$NON-NLS-1$
                && field.setting().kind() == Kind.TEXT && field.setting().byDefault().isEmpty();
        return node ? model.network().nodes().stream().map(one -> one.id()).toList() : field.choices();
    }

    private static boolean alike(Field a, Field b) {
        return a.path().equals(b.path()) && a.setting().kind() == b.setting().kind()
                && a.setting().type().equals(b.setting().type()) && a.look() == b.look();
    }

    @Override
    public Object key() {
        return List.of(subjects, field.path(), look(), look() == Look.CHOICE ? choices : List.of());
    }

    @Override
    public String label() {
        return FieldText.words(field.name());
    }

    @Override
    public int depth() {
        return field.depth();
    }

    @Override
    public Look look() {
        return field.look() == Look.TEXT && !choices.isEmpty() ? Look.CHOICE : field.look();
    }

    @Override
    public String tooltip() {
        List<String> lines = new ArrayList<>();
        lines.add(field.about());
        if (field.setting().range().bounded()) {
            lines.add(NLS.bind(Messages.tooltipRange, field.setting().range()));
        }
        if (!field.hint().isEmpty() && look() != Look.HEADING) {
            lines.add(NLS.bind(Messages.tooltipDefault, field.hint()));
        }
        if (field.reference() != null) {
            lines.add(NLS.bind(Messages.tooltipReference, field.reference()));
        }
        lines.removeIf(String::isEmpty);
        return String.join("\n", lines); //$NON-NLS-1$
    }

    @Override
    public String text() {
        return mixed ? "" : field.text(); //$NON-NLS-1$
    }

    @Override
    public String hint() {
        return mixed ? Messages.severalValues : field.hint();
    }

    @Override
    public boolean restorable() {
        return field.said() != null && !field.setting().required();
    }

    @Override
    public String refusal(String text) {
        Json value = FieldText.parse(field.setting(), text);
        if (value == null) {
            return !field.setting().required() || mixed ? null : needed();
        }
        for (Subject subject : subjects) {
            Described object = subject.of(model.network());
            String refusal = object == null ? null : object.refusal(field.path(), value);
            if (refusal != null) {
                return refusal;
            }
        }
        return null;
    }

    private String needed() {
        return field.about().isEmpty() ? NLS.bind(Messages.neededAlone, field.name())
                : NLS.bind(Messages.needed, new Object[] {field.owner(), field.name(), field.about()});
    }

    @Override
    public void commit(String text) {
        Json value = FieldText.parse(field.setting(), text);
        if (value == null) {
            if (!mixed) {
                change(Messages.change, true, null);
            }
            return;
        }
        if (mixed || field.said() == null || !Objects.equals(text, field.text())) {
            change(Messages.change, false, value);
        }
    }

    @Override
    public void restore() {
        change(Messages.restore, true, null);
    }

    private void change(String label, boolean unset, Json value) {
        Network before = model.network();
        Network after = before;
        for (Subject subject : subjects) {
            if (subject.of(after) != null) {
                after = unset ? Settings.unset(after, subject, field.path())
                        : Settings.set(after, subject, field.path(), value);
            }
        }
        if (after != before) {
            String name = FieldText.title(field.name());
            model.replace(after, subjects.size() == 1 ? NLS.bind(label, name, title)
                    : NLS.bind(Messages.changeOfSeveral, name, subjects.size()));
        }
    }
}
