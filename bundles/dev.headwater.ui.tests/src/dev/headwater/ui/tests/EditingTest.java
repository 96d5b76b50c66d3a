package dev.headwater.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.headwater.core.network.Network;
import dev.headwater.core.network.NetworkFile;
import dev.headwater.editor.NetworkEditor;
import dev.headwater.ui.tests.robot.AtTheWorkbench;
import dev.headwater.ui.tests.robot.Diagram;
import dev.headwater.ui.tests.robot.FirstOpening;
import dev.headwater.ui.tests.robot.Robot;
import dev.headwater.ui.tests.robot.Workbench;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.eclipse.core.commands.common.CommandException;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.gef.NodeEditPart;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.ide.IDE;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is done to a network in its editor, and what others do to its file, in the workspace of {@link FirstPathTest}. */
@ExtendWith(AtTheWorkbench.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class EditingTest {
    private static final String PROJECT = "headwater-examples";
    private static final String NAME = "edited.headwater";
    private static final String PROPERTIES = "org.eclipse.ui.views.PropertySheet";
    private final Robot robot = new Robot();
    private final Workbench workbench = new Workbench(robot);

    private NetworkEditor editor() {
        return workbench.page().getActiveEditor() instanceof NetworkEditor editor ? editor : null;
    }

    private Network network() {
        return robot.see(() -> editor().model().network());
    }

    private IFile file() {
        return workbench.project(PROJECT).getFile(NAME);
    }

    private Path path() {
        return file().getLocation().toPath();
    }

    private Diagram diagram() {
        return new Diagram(robot, robot.see(this::editor));
    }

    private List<String> ids() {
        return network().nodes().stream().map(node -> node.id()).toList();
    }

    private int selectedNodes() {
        int nodes = 0;
        for (Object part : editor().viewer().getSelectedEditParts()) {
            nodes += part instanceof NodeEditPart ? 1 : 0;
        }
        return nodes;
    }

    private void open(IFile file) {
        robot.arrange(() -> IDE.openEditor(workbench.page(), file));
        robot.until(file.getName() + " in its editor", () -> editor() != null && editor().isSettled()
                && editor().getEditorInput().getName().equals(file.getName()));
    }

    /** What another program does: it writes the file, and the workspace looks. */
    private void writtenByOthers(String text) throws IOException, CoreException {
        Files.writeString(path(), text);
        file().refreshLocal(IResource.DEPTH_ZERO, null);
    }

    private void page(String title) {
        Point at = robot.see(() -> {
            var tabs = Workbench.all(workbench.window().getShell(), CTabFolder.class).stream()
                    .filter(folder -> Arrays.stream(folder.getItems()).anyMatch(item -> item.getText().equals(title)))
                    .findFirst().orElseThrow();
            var item = Arrays.stream(tabs.getItems()).filter(each -> each.getText().equals(title)).findFirst()
                    .orElseThrow();
            Rectangle area = item.getBounds();
            return tabs.toDisplay(area.x + area.width / 2, area.y + area.height / 2);
        });
        robot.click(at);
    }

    @Test
    @FirstOpening
    @Order(1)
    void aNetworkOpens() throws Exception {
        byte[] text = Files.readAllBytes(workbench.project(PROJECT).getFile("circle-relu.headwater").getLocation()
                .toPath());
        file().create(new ByteArrayInputStream(text), true, null);
        open(file());
        page("Text");
        robot.until("the text", () -> Workbench.all(workbench.window().getShell(), StyledText.class).stream()
                .anyMatch(each -> each.getText().contains("\"dense1\"")));
        page("Diagram");
        robot.picture("before");
    }

    @Test
    @Order(2)
    void aMarqueeSelectsWhatIsDeletedAndComesBack() {
        Network before = network();
        Diagram diagram = diagram();
        Rectangle first = diagram.bounds("dense1");
        Rectangle second = diagram.bounds("dense2");
        diagram.tool("Marquee");
        diagram.drag(first.x - 12, first.y - 8, second.x + second.width + 12, second.y + second.height + 6);
        robot.until("two nodes selected", () -> selectedNodes() == 2);
        diagram.rest();
        robot.picture("marquee");
        robot.press(SWT.DEL);
        robot.until("two nodes fewer", () -> editor().model().network().nodes().size() == before.nodes().size() - 2);
        robot.picture("deleted");
        robot.press(SWT.CTRL, 'z');
        robot.until("they are back", () -> editor().model().network().equals(before));
        robot.press(SWT.ESC);
    }

    @Test
    @Order(3)
    void aNodeIsMovedAndMovedBack() {
        Network before = network();
        Diagram diagram = diagram();
        Rectangle was = diagram.bounds("dense1");
        diagram.drag(was.x + was.width / 2, was.y + 12, was.x + was.width / 2 + 220, was.y + 12);
        robot.until("the node elsewhere", () -> editor().isSettled() && !editor().model().network().equals(before));
        assertTrue(Math.abs(diagram.bounds("dense1").x - was.x - 220) < 20, () -> was + " to " + diagram.bounds(
                "dense1"));
        robot.picture("moved");
        diagram.rest();
        robot.press(SWT.CTRL, 'z');
        robot.until("the node back", () -> editor().isSettled() && editor().model().network().equals(before));
        assertEquals(was, diagram.bounds("dense1"));
    }

    @Test
    @Order(4)
    void aConnectionIsTakenElsewhereAndDeleted() {
        Network before = network();
        Diagram diagram = diagram();
        diagram.reconnect("in", "dense1", "dense2");
        robot.until("dense2 reads in", () -> editor().model().network().node("dense2").from().contains("in"));
        assertFalse(network().node("dense1").from().contains("in"));
        robot.picture("reconnected");
        diagram.rest();
        robot.press(SWT.CTRL, 'z');
        robot.until("the connection back", () -> editor().isSettled() && editor().model().network().equals(before));
        diagram.clickWire("dense1", "dense2");
        robot.press(SWT.DEL);
        robot.until("the connection gone", () -> editor().model().network().node("dense2").from().isEmpty());
        robot.until("a problem told", () -> editor().isSettled());
        robot.picture("disconnected");
        diagram.rest();
        robot.press(SWT.CTRL, 'z');
        robot.until("the connection back", () -> editor().isSettled() && editor().model().network().equals(before));
        assertFalse(robot.see(() -> editor().isDirty()));
    }

    @Test
    @Order(5)
    void brokenTextSaysWhyInTheDiagramsPlaceAndIsNotLost() throws Exception {
        Network before = network();
        page("Text");
        StyledText text = workbench.find(robot.see(() -> workbench.window().getShell()), StyledText.class,
                each -> each.getText().contains("\"dense1\""));
        String good = robot.see(text::getText);
        int place = good.indexOf("\"dense1\"");
        robot.arrange(() -> {
            text.setFocus();
            text.setSelection(place);
        });
        robot.type("?");
        robot.until("a broken text", () -> editor().isSettled() && editor().isDirty());
        page("Diagram");
        robot.until("the reason", () -> Workbench.all(workbench.window().getShell(), Label.class).stream().anyMatch(
                each -> each.getText().contains("?")));
        robot.picture("broken");
        page("Text");
        robot.picture("broken-text");
        robot.pressUntil("the broken text saved", SWT.CTRL, 's', () -> !editor().isDirty());
        assertTrue(Files.readString(path()).contains("?\"dense1\""), "what the user typed is saved");
        robot.until("the problem as a marker", () -> markers().length > 0);
        assertTrue(markers()[0].getAttribute(IMarker.LINE_NUMBER, 0) > 0);
        robot.press(SWT.CTRL, 'z');
        robot.until("the text as before", () -> text.getText().equals(good));
        robot.pressUntil("the text saved", SWT.CTRL, 's', () -> !editor().isDirty());
        robot.until("no marker is left", () -> markers().length == 0);
        page("Diagram");
        robot.until("the diagram", () -> editor().isSettled());
        assertEquals(before, network());
    }

    private IMarker[] markers() {
        try {
            return file().findMarkers("dev.headwater.editor.problem", true, IResource.DEPTH_ZERO);
        } catch (CoreException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    @Order(6)
    void aWrongSettingIsAMarkerThatLeadsToItsNode() throws Exception {
        String good = Files.readString(path());
        writtenByOthers(good.replaceFirst("(\"id\": *\"dense3\"[^}]*\"units\": *)\\d+", "$1-4"));
        robot.until("the problem as a marker", () -> markers().length > 0);
        IMarker marker = markers()[0];
        assertEquals("dense3", marker.getAttribute("dev.headwater.node", ""));
        String said = marker.getAttribute(IMarker.MESSAGE, "");
        assertTrue(said.contains("units"), said);
        robot.until("the editor read it", () -> editor().isSettled());
        robot.picture("wrong-setting");
        robot.arrange(() -> IDE.gotoMarker(editor(), marker));
        robot.until("its node selected", () -> editor().viewer().getSelectedEditParts().size() == 1);
        writtenByOthers(good);
        robot.until("no marker is left", () -> markers().length == 0);
    }

    @Test
    @Order(7)
    void whatOthersWriteIsShownOrAskedAbout() throws Exception {
        String good = Files.readString(path());
        robot.until("the editor read it", () -> editor().isSettled() && ids().contains("dense1"));
        writtenByOthers(good.replace("dense1", "renamed"));
        robot.until("the clean editor shows it", () -> editor().isSettled() && editor().model().network().node(
                "renamed") != null);
        assertFalse(robot.see(() -> editor().isDirty()));

        diagram().click("renamed");
        diagram().rest();
        robot.press(SWT.DEL);
        robot.until("a change of ours", () -> editor().isDirty());
        Network ours = network();
        writtenByOthers(good);
        robot.settle();
        assertEquals(ours, network(), "what was not saved stays");
        robot.press(SWT.CTRL, 's');
        robot.until("a question", () -> robot.display().getActiveShell() != null
                && robot.display().getActiveShell() != workbench.window().getShell());
        robot.picture("update-conflict");
        robot.press(SWT.ESC);
        robot.until("the question gone", () -> robot.display().getActiveShell() == workbench.window().getShell());
        assertEquals(good, Files.readString(path()), "nothing written over without a word");
        assertEquals(ours, network());
    }

    @Test
    @Order(8)
    void revertTakesBackAllAndSaveAsGoesElsewhere() throws Exception {
        robot.display().asyncExec(() -> workbench.page().activate(editor()));
        robot.settle();
        robot.arrange(() -> workbench.window().getShell().forceActive());
        robot.display().asyncExec(() -> {
            try {
                workbench.window().getService(IHandlerService.class).executeCommand(
                        "org.eclipse.ui.file.revert", null);
            } catch (CommandException e) {
                throw new AssertionError(e);
            }
        });
        robot.until("the file's text", () -> !editor().isDirty() && editor().isSettled());
        assertEquals(NetworkFile.read(path()).network(), network());
        robot.display().asyncExec(() -> editor().doSaveAs());
        workbench.dialog("Save As");
        robot.type("elsewhere.headwater");
        robot.picture("save-as");
        robot.press(SWT.CR);
        workbench.gone("Save As");
        robot.until("the editor of the other file", () -> editor().getEditorInput().getName().equals(
                "elsewhere.headwater") && editor().getTitle().equals("elsewhere.headwater"));
        IFile other = workbench.project(PROJECT).getFile("elsewhere.headwater");
        assertEquals(Files.readString(path()), Files.readString(other.getLocation().toPath()));
    }

    @Test
    @Order(9)
    void aNetworkForSequencesIsDrawnAndToldWhatRecordingCosts() throws Exception {
        IFile file = workbench.project(PROJECT).getFile("sequence.headwater");
        file.create(new ByteArrayInputStream("""
                {"headwater": 1, "nodes": [{"id": "in", "layer": "Input", "shape": [20, 3]}]}
                """.getBytes(StandardCharsets.UTF_8)), true, null);
        open(file);
        Diagram diagram = diagram();
        String from = "in";
        int column = 0;
        for (String kind : List.of("LSTM", "LayerNorm", "Dropout", "Dense")) {
            List<String> before = ids();
            diagram.tool(kind);
            diagram.click(330 + column % 3 * 190, 40 + column++ / 3 * 120);
            robot.until("a node " + kind, () -> editor().isSettled() && editor().model().network().nodes().stream()
                    .anyMatch(node -> node.kind().equals(kind)));
            String to = ids().stream().filter(id -> !before.contains(id)).findFirst().orElseThrow();
            String reads = from;
            diagram.tool("Connect");
            diagram.click(reads);
            diagram.click(to);
            robot.until(to + " reads " + reads, () -> editor().model().network().node(to).from().contains(reads));
            robot.press(SWT.ESC);
            from = to;
        }
        String last = from;
        robot.until("the shapes of all", () -> editor().isSettled() && editor().model().analysis().shapes().get(
                last) != null);
        diagram.rest();
        robot.picture("sequence");
        robot.arrange(() -> workbench.page().showView(PROPERTIES));
        diagram.click(700, 250);
        robot.until("the costs of recording", () -> says("Not known while"));
        diagram.click(last);
        robot.pressUntil("the network saved", SWT.CTRL, 's', () -> !editor().isDirty());
        Path place = file.getLocation().toPath();
        Files.writeString(place, Files.readString(place).replaceFirst("\"losses\": *\\[\\s*\\]",
                "\"losses\": [{\"node\": \"" + last + "\", \"loss\": \"mse\"}]"));
        file.refreshLocal(IResource.DEPTH_ZERO, null);
        robot.until("a design without errors", () -> editor().isSettled() && editor().model().graph() != null);
        diagram.click(700, 250);
        robot.until("the costs of recording", () -> says("time a step"));
        robot.arrange(() -> workbench.page().activate(workbench.view(PROPERTIES)));
        robot.arrange(() -> workbench.page().toggleZoom(workbench.page().getActivePartReference()));
        robot.settle();
        robot.picture("cost");
        robot.arrange(() -> workbench.page().toggleZoom(workbench.page().getActivePartReference()));
        robot.arrange(() -> workbench.page().closeAllEditors(false));
    }

    private boolean says(String text) {
        return Workbench.all(workbench.window().getShell(), Label.class).stream().anyMatch(label -> label.getText()
                .contains(text));
    }

    @Test
    @Order(10)
    void aBrokenFileOpensAsText() throws Exception {
        IFile broken = workbench.project(PROJECT).getFile("broken.headwater");
        broken.create(new ByteArrayInputStream("{\"headwater\": 1, \"nodes\": [".getBytes(StandardCharsets.UTF_8)),
                true,
                null);
        open(broken);
        robot.until("the text in front", () -> Workbench.all(workbench.window().getShell(), StyledText.class).stream()
                .anyMatch(each -> each.getText().contains("\"nodes\": [")));
        robot.picture("opened-broken");
        assertFalse(robot.see(() -> editor().isDirty()));
        robot.arrange(() -> workbench.page().closeAllEditors(false));
        assertEquals("{\"headwater\": 1, \"nodes\": [", Files.readString(broken.getLocation().toPath()));
    }
}
