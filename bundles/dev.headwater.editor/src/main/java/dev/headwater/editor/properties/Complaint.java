package dev.headwater.editor.properties;

import org.eclipse.jface.fieldassist.ControlDecoration;
import org.eclipse.jface.fieldassist.FieldDecorationRegistry;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Control;

/** The mark of an error beside a field. It is made when there is something to complain about. */
final class Complaint {
    private final Control field;
    private ControlDecoration mark;

    Complaint(Control field) {
        this.field = field;
    }

    /** Shows the reason of a refusal, or nothing for {@code null}. */
    void show(String refusal) {
        if (refusal == null) {
            if (mark != null) {
                mark.hide();
            }
            return;
        }
        if (mark == null) {
            mark = new ControlDecoration(field, SWT.LEFT | SWT.CENTER);
            mark.setImage(FieldDecorationRegistry.getDefault().getFieldDecoration(FieldDecorationRegistry.DEC_ERROR)
                    .getImage());
        }
        mark.setDescriptionText(refusal);
        mark.show();
    }
}
